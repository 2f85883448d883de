import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { Playback } from '../../../src/ui/state/playback.svelte.ts';
import { traceOf } from '../trace-builder.ts';

function loaded(): Playback {
	const playback = new Playback();
	const trace = traceOf(
		['note', 0],
		['zero', 0],
		['send', 0],
		['deliver', 10_000],
		['note', 10_000]
	);
	playback.load(trace, 10_000, true);
	playback.complete();
	flushSync();
	return playback;
}

/** The loop that comes of asking for one. */
function loopOf(playback: Playback, from: number, to: number): Playback['loop'] {
	playback.loop = { from, to };
	return playback.loop;
}

describe('playback', () => {
	test('opens a run at its time 0', () => {
		expect(loaded().cursor).toBe(2);
	});

	test('while what comes next is hidden, only what has happened may be shown', () => {
		const playback = loaded();
		playback.seek(3);
		expect(playback.seenLength).toBe(5);
		playback.askedAt = () => 3;
		expect(playback.seenLength).toBe(3);
	});

	test('steps by the events of the chosen detail', () => {
		const playback = loaded();
		playback.detail = 'messages';
		playback.stepForward();
		expect(playback.cursor).toBe(3);
		playback.stepForward();
		expect(playback.cursor).toBe(4);
		playback.stepBack();
		expect(playback.cursor).toBe(3);
		playback.detail = 'calls';
		playback.stepForward();
		expect(playback.cursor).toBe(5);
		playback.stepBack();
		expect(playback.cursor).toBe(2);
	});

	test('clamps a seek and rests exactly at the last applied event', () => {
		const playback = loaded();
		playback.seek(99);
		expect(playback.cursor).toBe(5);
		expect(playback.clockUs).toBe(10_000);
		playback.seek(-3);
		expect(playback.cursor).toBe(0);
		expect(playback.world.actors.size).toBe(0);
	});

	test('plays to the end and stops there; playing again begins anew', () => {
		const playback = loaded();
		playback.play();
		for (let frame = 0; frame < 3; frame++) playback.tick(100);
		expect(playback.cursor).toBe(3);
		expect(playback.clockUs).toBeCloseTo(5000);
		for (let frame = 0; frame < 20; frame++) playback.tick(100);
		expect(playback.cursor).toBe(5);
		expect(playback.playing).toBe(false);
		playback.play();
		expect(playback.playing).toBe(true);
		expect(playback.cursor).toBe(0);
	});

	test('takes twice the speed twice as far', () => {
		const playback = loaded();
		playback.speed = 2;
		playback.play();
		playback.tick(100);
		expect(playback.clockUs).toBeCloseTo(10_000 / 3);
	});

	test('keeps its virtual time when the run is computed anew', () => {
		const playback = loaded();
		playback.seek(4);
		playback.load(
			traceOf(['zero', 0], ['send', 5000], ['note', 9000], ['deliver', 15_000]),
			10_000,
			false
		);
		expect(playback.cursor).toBe(3);
	});

	test('keeps its time since time 0 when the cluster of the run computed anew takes longer to start', () => {
		const playback = loaded();
		playback.seek(4);
		playback.loop = { from: 3, to: 4 };
		const anew = traceOf(['note', 0], ['zero', 70_000], ['send', 70_000]);
		expect(playback.isReachedIn(traceOf(['note', 0], ['note', 60_000]))).toBe(false);
		expect(playback.isReachedIn(anew)).toBe(false);
		const more = traceOf(
			['note', 0],
			['zero', 70_000],
			['send', 70_000],
			['deliver', 80_000],
			['note', 90_000]
		);
		expect(playback.isReachedIn(more)).toBe(true);
		playback.load(more, 10_000, false);
		expect(playback.cursor).toBe(4);
		expect(playback.clockUs - playback.timeZeroUs).toBe(10_000);
		expect(playback.loop).toEqual({ from: 3, to: 4 });
	});

	test('a run computed anew before the first had a time 0 is looked at from its own time 0 on', () => {
		const playback = new Playback();
		playback.load(traceOf(), 10_000, true);
		playback.load(traceOf(['note', 0], ['zero', 70_000], ['send', 80_000]), 10_000, false);
		expect(playback.cursor).toBe(2);
	});

	test('before time 0 it keeps its time since the beginning', () => {
		const playback = new Playback();
		playback.load(traceOf(['note', 0], ['note', 5000], ['zero', 9000]), 10_000, true);
		playback.seek(2);
		playback.load(
			traceOf(['note', 0], ['note', 4000], ['note', 6000], ['zero', 70_000]),
			10_000,
			false
		);
		expect(playback.cursor).toBe(2);
	});

	test('waits at the end of what is computed and goes on when there is more', () => {
		const playback = new Playback();
		const trace = traceOf(['zero', 0], ['send', 0]);
		playback.load(trace, 10_000, true);
		playback.play();
		for (let frame = 0; frame < 10; frame++) playback.tick(100);
		expect(playback).toMatchObject({ cursor: 2, playing: true, waiting: true });

		trace.append(traceOf(['zero', 0], ['send', 0], ['deliver', 10_000]).events.slice(2));
		playback.grow(3);
		expect(playback).toMatchObject({ cursor: 2, playing: true, waiting: false });
		for (let frame = 0; frame < 10; frame++) playback.tick(100);
		expect(playback).toMatchObject({ cursor: 3, waiting: true });
		playback.complete();
		expect(playback).toMatchObject({ cursor: 3, playing: false, waiting: false });
	});

	test('goes to a position the run has yet to reach, unless it is moved before', () => {
		const playback = new Playback();
		const trace = traceOf(['zero', 0], ['send', 0]);
		playback.load(trace, 10_000, true);
		playback.seekWhenThere(3);
		expect(playback).toMatchObject({ cursor: 1, isOnItsWay: true });
		trace.append(traceOf(['zero', 0], ['send', 0], ['deliver', 10_000]).events.slice(2));
		playback.grow(3);
		expect(playback).toMatchObject({ cursor: 3, isOnItsWay: false });

		playback.seekWhenThere(70);
		playback.seek(1);
		playback.complete();
		expect(playback.cursor).toBe(1);
		playback.seekWhenThere(70);
		playback.complete();
		expect(playback.cursor).toBe(3);
	});

	test('no way of moving leads past the place of an open question, and the person is told', () => {
		const ways: readonly ((playback: Playback) => void)[] = [
			(playback) => {
				playback.stepForward();
			},
			(playback) => {
				playback.seek(playback.length);
			},
			(playback) => {
				playback.seekTime(10_000);
			},
			(playback) => {
				playback.seekWhenThere(5);
			},
			(playback) => {
				playback.play();
			}
		];
		for (const move of ways) {
			const playback = loaded();
			playback.askedAt = () => 3;
			playback.seek(3);
			expect(playback.isHeld).toBe(false);
			move(playback);
			playback.tick(100);
			expect(playback).toMatchObject({ cursor: 3, playing: false, isHeld: true });
			playback.seek(2);
			expect(playback.isHeld).toBe(false);
		}
	});

	test('playing stops at the place of an open question, within a loop too, and goes on once it is answered', () => {
		for (const loop of [null, { from: 4, to: 5 }]) {
			const playback = loaded();
			playback.loop = loop;
			playback.askedAt = () => 3;
			playback.seek(2);
			playback.play();
			playback.tick(100);
			expect(playback).toMatchObject({ cursor: 3, playing: false, isHeld: true });
			playback.askedAt = () => null;
			expect(playback.isHeld).toBe(false);
			playback.play();
			for (let frame = 0; frame < 8; frame++) playback.tick(100);
			expect(playback.cursor).toBeGreaterThan(3);
		}
	});

	test('a loop is played up to the place of an open question', () => {
		const playback = loaded();
		playback.askedAt = () => 3;
		playback.loop = { from: 2, to: 5 };
		playback.play();
		for (let frame = 0; frame < 30; frame++) {
			playback.tick(100);
			expect(playback.cursor).toBeLessThanOrEqual(3);
			expect(playback.playing).toBe(true);
		}
	});

	test('a question at the end of the run stops nobody from playing it again', () => {
		const playback = loaded();
		playback.askedAt = () => 5;
		playback.seek(5);
		playback.stepForward();
		expect(playback.isHeld).toBe(false);
		playback.play();
		expect(playback).toMatchObject({ cursor: 0, playing: true });
	});

	test('a run computed anew keeps the cursor before the place of the question, and nobody is told of a move', () => {
		const playback = loaded();
		playback.askedAt = () => 4;
		playback.seek(4);
		playback.load(
			traceOf(['zero', 0], ['send', 0], ['deliver', 9000], ['note', 9000], ['note', 9500]),
			10_000,
			false
		);
		expect(playback).toMatchObject({ cursor: 4, isHeld: false });
	});

	test('plays a stretch over and over and never leaves it', () => {
		const position = fc.integer({ min: -2, max: 8 });
		const elapsed = fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 20, maxLength: 60 });
		fc.assert(
			fc.property(position, position, position, elapsed, (from, to, start, ticks) => {
				const playback = loaded();
				const loop = loopOf(playback, from, to);
				fc.pre(loop !== null);
				playback.seek(start);
				playback.play();
				for (const ms of ticks) {
					playback.tick(ms);
					expect(playback.playing).toBe(true);
					expect(playback.cursor).toBeGreaterThanOrEqual(loop.from);
					expect(playback.cursor).toBeLessThanOrEqual(loop.to);
				}
			})
		);
	});

	test('shows the end of a loop before it begins again', () => {
		const playback = loaded();
		playback.loop = { from: 3, to: 4 };
		playback.seek(3);
		playback.play();
		for (let frame = 0; frame < 6; frame++) playback.tick(100);
		expect(playback.cursor).toBe(4);
		for (let frame = 0; frame < 4; frame++) playback.tick(100);
		expect(playback.cursor).toBe(4);
		playback.tick(100);
		expect(playback.cursor).toBe(3);
	});

	test('keeps a loop at its virtual times when the run is computed anew', () => {
		const playback = loaded();
		playback.loop = { from: 3, to: 4 };
		const anew = traceOf(['zero', 0], ['send', 0], ['deliver', 10_000], ['note', 12_000]);
		playback.load(anew, 10_000, false);
		expect(playback.loop).toEqual({ from: 2, to: 3 });
		playback.load(anew, 10_000, true);
		expect(playback.loop).toBeNull();
	});
});
