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
	flushSync();
	return playback;
}

describe('playback', () => {
	test('opens a run at its time 0', () => {
		expect(loaded().cursor).toBe(2);
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
});
