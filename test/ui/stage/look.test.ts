import { describe, expect, test } from 'vitest';
import { freeName, splitArguments, startableFiles } from '../../../src/ui/stage/start-process.ts';
import { turnProgress } from '../../../src/ui/stage/process-look.ts';
import { ShownClock } from '../../../src/ui/stage/tween.ts';
import { placesOf } from '../../../src/ui/stage/flight-places.ts';
import type { DrawnFlight } from '../../../src/ui/stage/flight-plan.ts';
import { polyline } from '../../../src/ui/stage/polyline.ts';
import { fitInto } from '../../../src/ui/stage/view-transform.ts';

const scenario = {
	version: 1,
	files: {},
	processes: [
		{ name: 'server-1', file: 'rpc_server.js' },
		{ name: 'client', file: 'rpc_client.js' }
	],
	interventions: [{ at: 1, do: 'start', process: { name: 'rpc_client-2', file: 'rpc_client.js' } }]
} as const;

describe('starting a process from the stage', () => {
	test('offers clients first and a name nobody has', () => {
		expect(startableFiles(scenario)).toEqual(['rpc_client.js', 'rpc_server.js']);
		expect(freeName('rpc_client.js', scenario)).toBe('rpc_client-3');
	});

	test('splits arguments as a shell does', () => {
		expect(splitArguments('35 "two words" x')).toEqual(['35', 'two words', 'x']);
	});
});

describe('what is drawn', () => {
	test('a turn fills its bar from its beginning to its end', () => {
		expect(turnProgress(100, 200, 150)).toBe(0.5);
		expect(turnProgress(100, 200, 900)).toBe(1);
		expect(turnProgress(100, null, 150)).toBe(0);
	});

	test('after a step the clock runs to the new time and ends exactly there', () => {
		const clock = new ShownClock(0);
		clock.set(1000);
		clock.runTo(2000, 10_000);
		clock.advance(110);
		expect(clock.us).toBeGreaterThan(1000);
		expect(clock.us).toBeLessThan(2000);
		clock.advance(10_000);
		expect(clock.us).toBe(2000);
		expect(clock.isMoving).toBe(false);
	});

	const line = polyline([
		{ x: 0, y: 0 },
		{ x: 100, y: 0 }
	]);
	const flight: DrawnFlight = {
		sentSeq: 1,
		from: 'process:a',
		to: 'process:b',
		edge: 'talk',
		drawn: 'talk',
		isAgainstDrawn: false,
		line,
		isReverse: false,
		fromUs: 100,
		toUs: 200,
		shape: 'request',
		mark: null,
		tone: 'plain',
		isLost: false,
		isRedelivered: false,
		isPersistent: false
	};

	test('a message is drawn only between its sending and its arrival', () => {
		expect(placesOf([flight], 99)).toEqual([]);
		expect(placesOf([flight], 150)[0]?.x).toBe(50);
		expect(placesOf([{ ...flight, isReverse: true }], 175)[0]?.x).toBe(25);
		expect(placesOf([flight], 201)).toEqual([]);
	});

	test('messages at the same place are drawn beside each other', () => {
		const [a, b] = placesOf([flight, { ...flight, sentSeq: 2 }], 150);
		expect(a?.y).not.toBe(b?.y);
	});

	test('a drawing is shown whole in the middle of its pane', () => {
		const { scale, offsetX, offsetY } = fitInto(
			{ width: 800, height: 200 },
			{ width: 416, height: 400 }
		);
		expect(scale).toBe(0.5);
		expect(offsetX).toBe(8);
		expect(offsetY).toBe(150);
	});
});
