// The world is a fold: any way to a cursor gives the same world, and the steps ask again for what was recorded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '#kernel';
import type { ActorId } from '#kernel/events';
import { applyEvent, emptyWorld, Trace, TraceDigest, type TraceEvent, type World } from '#trace';
import { chaosScenario } from '../support/chaos.ts';
import { simulate } from '../support/simulate.ts';

async function traceOf(seed: number): Promise<Trace> {
	const { events } = await simulate(chaosScenario(seed));
	const trace = new Trace();
	trace.append(events);
	return trace;
}

/** The world by the plainest way: every event from the first, no checkpoints. */
function foldFromStart(trace: Trace, cursor: number): World {
	const actors = new Map<ActorId, unknown>();
	for (const event of trace.events.slice(0, cursor)) applyEvent(actors, event);
	return { cursor, at: trace.events[cursor - 1]?.at ?? 0, actors };
}

describe('the world at a cursor', () => {
	it('is the same from the start, from any checkpoint, forwards and backwards', async () => {
		const trace = await traceOf(1);
		expect(trace.length).toBeGreaterThan(1200);
		fc.assert(
			fc.property(fc.array(fc.nat(trace.length), { minLength: 1, maxLength: 6 }), (cursors) => {
				for (const cursor of cursors) {
					expect(plain(trace.worldAt(cursor))).toEqual(plain(foldFromStart(trace, cursor)));
				}
			}),
			{ numRuns: 25 }
		);
	});

	it('is empty before the first event', () => {
		expect(new Trace().worldAt(0)).toEqual(emptyWorld);
	});

	it('never changes once it was given out', async () => {
		const trace = await traceOf(2);
		const middle = trace.worldAt(trace.length >> 1);
		const before = JSON.stringify(plain(middle));
		trace.worldAt(trace.length);
		trace.worldAt(3);
		expect(JSON.stringify(plain(middle))).toBe(before);
	});
});

describe('the fold', () => {
	it.each([1, 2, 3])('asks again for what was recorded (seed %i)', async (seed) => {
		const trace = await traceOf(seed);
		const caused = new Map<number, TraceEvent[]>();
		for (const event of trace.events) {
			const list = caused.get(event.cause);
			if (list === undefined) caused.set(event.cause, [event]);
			else list.push(event);
		}
		const actors = new Map<ActorId, unknown>();
		for (const event of trace.events) {
			const { effects } = applyEvent(actors, event);
			const told = effects.filter((effect) => effect.type === 'tell');
			const recorded = (caused.get(event.seq) ?? []).filter(({ at }) => at === event.at);
			for (const effect of told) expectRecorded(effect, recorded);
		}
	});
});

function expectRecorded(
	effect: Extract<Effect, { type: 'tell' }>,
	recorded: readonly TraceEvent[]
) {
	const match = recorded.find(({ actor, kind }) => actor === effect.to && kind === effect.kind);
	expect(match, `${effect.kind} to ${effect.to} was recorded`).toBeDefined();
}

describe('the digest', () => {
	it('tells apart traces that differ in one word, one time or one byte', () => {
		const event = (data: unknown, at = 1) =>
			({ seq: 0, at, actor: 'a:b', cause: -1, kind: 'k', data }) as const;
		const digests = [
			event({ a: 'x' }),
			event({ a: 'y' }),
			event({ b: 'x' }),
			event({ a: 'x' }, 2),
			event({ a: null }),
			event({ a: false }),
			event({ a: 0 }),
			event({ a: [] }),
			event({ a: new Uint8Array([1]) }),
			event({ a: new Uint8Array([2]) }),
			event({ a: 0.5 }),
			event({ a: -1 })
		].map((one) => {
			const digest = new TraceDigest();
			digest.add(one);
			return digest.value();
		});
		expect(new Set(digests).size).toBe(digests.length);
		expect(digests.every((digest) => /^[0-9a-f]{16}$/.test(digest))).toBe(true);
	});
});

/** A world as comparable data: queues of the kernel and of the broker become lists. */
function plain(world: World): unknown {
	return { ...world, actors: [...world.actors].map(([id, state]) => [id, plainValue(state)]) };
}

function plainValue(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (value instanceof Map) {
		const entries = [...(value as Map<unknown, unknown>)];
		return entries.map(([key, item]) => [key, plainValue(item)]);
	}
	if (Symbol.iterator in value) return [...(value as Iterable<unknown>)].map(plainValue);
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item)]));
}
