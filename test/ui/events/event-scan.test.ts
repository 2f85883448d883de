import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventScan, type EventQuestion } from '../../../src/ui/events/event-scan.svelte.ts';
import { IncrementalFilter } from '../../../src/ui/events/incremental-filter.ts';

const isEven: EventQuestion = (seq) => seq % 2 === 0;
const all: EventQuestion = () => true;

/** A scan whose clock goes by `stepMs` at every look, and whose goes are made by hand. */
class HandScan extends EventScan {
	readonly #waiting: Set<() => void>;

	constructor(stepMs: number) {
		let nowMs = 0;
		const waiting = new Set<() => void>();
		super(
			() => (nowMs += stepMs),
			(run) => {
				waiting.add(run);
				return () => waiting.delete(run);
			}
		);
		this.#waiting = waiting;
	}

	/** Makes the next go; false when none is due. */
	goOn(): boolean {
		const [run] = this.#waiting;
		if (run === undefined) return false;
		this.#waiting.delete(run);
		run();
		return true;
	}

	finish(): void {
		// No scan here is so long; one that gets nowhere shall fail, not hang.
		for (let go = 0; go < 10_000; go++) if (!this.goOn()) return;
	}
}

const questions: fc.Arbitrary<EventQuestion> = fc
	.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(8))
	.map(
		([every, rest]) =>
			(seq) =>
				seq % every === rest % every
	);

test('a list filtered a little at a time comes to what filtering it at once gives', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(1000), { maxLength: 500 }),
			questions,
			fc.array(fc.boolean()),
			(list, passes, pauses) => {
				const filter = new IncrementalFilter(passes);
				const valueAt = (place: number): number => list[place] ?? NaN;
				// It may be asked for a part of the list first, as a list that grows.
				for (const pause of pauses) {
					const length = Math.floor(list.length / 2);
					filter.readOn(length, valueAt, () => pause);
					expect(filter.found).toEqual(list.slice(0, filter.read).filter(passes));
				}
				expect(filter.readOn(list.length, valueAt, () => false)).toBe(true);
				expect(filter.found).toEqual(list.filter(passes));
			}
		)
	);
});

test('whatever is asked meanwhile, the scan comes to the events that pass and hold the text', () => {
	const step = fc.oneof(
		fc.record({ passes: questions, holds: fc.option(questions) }),
		fc.record({ goes: fc.nat(5) }),
		fc.record({ more: fc.nat(300) })
	);
	fc.assert(
		fc.property(fc.array(step), fc.constantFrom(0, 3, 100), (steps, stepMs) => {
			const scan = new HandScan(stepMs);
			let length = 400;
			let passes = all;
			let holds: EventQuestion | null = isEven;
			scan.ask({ passes, holds }, length);
			for (const step of steps) {
				if ('passes' in step) {
					({ passes, holds } = step);
					scan.ask({ passes, holds }, length);
				} else if ('goes' in step) {
					for (let go = 0; go < step.goes; go++) scan.goOn();
				} else {
					length += step.more;
					scan.grow(length);
				}
			}
			scan.finish();
			const rows = Array.from({ length }, (_, seq) => seq).filter(passes);
			expect(scan.isDone).toBe(true);
			expect(scan.rows).toEqual(rows);
			expect(scan.hits).toEqual(holds === null ? [] : rows.filter(holds));
		})
	);
});

describe('the search of a long run', () => {
	test('goes on in goes of a few milliseconds, and tells how far it is', () => {
		const scan = new HandScan(5);
		scan.ask({ passes: all, holds: isEven }, 1000);
		expect(scan.rows.length).toBeLessThan(200);
		expect(scan.isDone).toBe(false);
		const parts = [scan.part];
		while (scan.goOn()) parts.push(scan.part);
		expect(parts.length).toBeGreaterThan(4);
		expect(parts).toEqual(parts.toSorted((a, b) => a - b));
		expect(parts.at(-1)).toBe(1);
	});

	test('of a short run is over at once', () => {
		const scan = new HandScan(0);
		scan.ask({ passes: all, holds: isEven }, 300);
		expect(scan.isDone).toBe(true);
		expect(scan.hits).toHaveLength(150);
	});

	test('for another text gives up the one before and leaves the rows as they are', () => {
		const scan = new HandScan(5);
		scan.ask({ passes: all, holds: null }, 1000);
		scan.finish();
		const { rows } = scan;
		scan.ask({ passes: all, holds: () => false }, 1000);
		scan.ask({ passes: all, holds: isEven }, 1000);
		expect(scan.rows).toBe(rows);
		scan.finish();
		expect(scan.rows).toHaveLength(1000);
		expect(scan.hits).toHaveLength(500);
	});

	test('tells up to which event the answer is known', () => {
		const scan = new HandScan(5);
		scan.ask({ passes: isEven, holds: () => false }, 1000);
		expect(scan.rowsKnownTo).toBeLessThan(1000);
		expect(scan.hitsKnownTo).toBe(0);
		scan.finish();
		expect(scan.rowsKnownTo).toBe(1000);
		expect(scan.hitsKnownTo).toBe(1000);
	});
});
