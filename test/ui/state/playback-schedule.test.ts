import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlaybackSchedule } from '../../../src/ui/state/playback-schedule.ts';
import { traceOf } from '../trace-builder.ts';

describe('the playback schedule', () => {
	test('lets a message over a link of usual latency fly for 600 ms', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(traceOf(['send', 0], ['deliver', 10_000]));
		expect(schedule.positionOf(2) - schedule.positionOf(1)).toBe(600);
	});

	test('cuts an idle stretch short and marks it', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(traceOf(['note', 0], ['note', 5_000_000]));
		expect(schedule.positionOf(2)).toBeLessThan(700);
		expect(schedule.gaps).toEqual([{ seq: 1, fromUs: 0, toUs: 5_000_000 }]);
	});

	test('does not call a stretch idle while a message flies or a process computes', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(
			traceOf(['begin', 0], ['end', 5_000_000], ['send', 5_000_000], ['deliver', 9_000_000])
		);
		expect(schedule.gaps).toEqual([]);
	});

	test('moves virtual time evenly while a message flies', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(traceOf(['send', 0], ['deliver', 10_000]));
		expect(schedule.clockAt(300)).toBe(5_000);
		expect(schedule.clockAt(600)).toBe(10_000);
	});

	test('finds the cursor of a moment and of a virtual time', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(traceOf(['send', 0], ['send', 0], ['deliver', 10_000], ['deliver', 10_000]));
		expect(schedule.cursorAt(0)).toBe(2);
		expect(schedule.cursorAt(599)).toBe(2);
		expect(schedule.cursorAt(600)).toBe(4);
		expect(schedule.cursorAtTime(9_999)).toBe(2);
		expect(schedule.cursorAtTime(10_000)).toBe(4);
	});

	test('grows with the trace and keeps what it had', () => {
		const trace = traceOf(['send', 0], ['deliver', 10_000]);
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(trace);
		const before = schedule.positionOf(2);
		trace.append(traceOf(['send', 0], ['deliver', 10_000], ['note', 12_000]).events.slice(2));
		schedule.extend(trace);
		expect(schedule.length).toBe(3);
		expect(schedule.positionOf(2)).toBe(before);
	});

	test('what happens before time 0 takes little of the time line', () => {
		const schedule = new PlaybackSchedule(10_000);
		schedule.extend(
			traceOf(
				['send', 0],
				['deliver', 90_000],
				['zero', 90_000],
				['send', 90_000],
				['deliver', 100_000]
			)
		);
		expect(schedule.partOf(3)).toBeCloseTo(0.12);
		expect(schedule.partOf(5)).toBe(1);
		expect(schedule.cursorAtPart(0.5)).toBe(4);
	});

	test('places on the time line are in the order of the cursor, and lead back to its moment', () => {
		const what = fc.constantFrom('send', 'deliver', 'begin', 'end', 'note', 'zero');
		const lines = fc.array(fc.tuple(what, fc.integer({ min: 0, max: 2_000_000 })), {
			minLength: 1,
			maxLength: 40
		});
		fc.assert(
			fc.property(lines, (steps) => {
				let at = 0;
				const schedule = new PlaybackSchedule(10_000);
				schedule.extend(traceOf(...steps.map(([kind, later]) => [kind, (at += later)] as const)));
				let before = 0;
				for (let cursor = 0; cursor <= schedule.length; cursor++) {
					const part = schedule.partOf(cursor);
					expect(part).toBeGreaterThanOrEqual(before);
					expect(part).toBeLessThanOrEqual(1);
					before = part;
					const back = schedule.cursorAtPart(part);
					expect(schedule.partOf(back)).toBeCloseTo(part, 9);
				}
				expect(schedule.cursorAtPart(-0.1)).toBe(0);
				expect(schedule.cursorAtPart(1.1)).toBe(schedule.length);
			})
		);
	});
});
