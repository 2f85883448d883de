// How the stage is handled: by arrow keys, fingers and the view's own following; and when many messages become a flow.
import { describe, expect, test } from 'vitest';
import type { DrawnFlight } from '../../../src/ui/stage/flight-plan.ts';
import { flowsOf } from '../../../src/ui/stage/flows.ts';
import { polyline } from '../../../src/ui/stage/polyline.ts';
import { nextStop, type Stop } from '../../../src/ui/stage/roving-focus.ts';
import { StageGestures } from '../../../src/ui/stage/stage-gestures.ts';
import { StageView } from '../../../src/ui/stage/stage-view.svelte.ts';
import { readableScale } from '../../../src/ui/stage/view-transform.ts';

describe('arrow keys', () => {
	const stop = (id: string, x: number, y: number): Stop => ({
		id,
		rect: { x, y, width: 100, height: 40 }
	});
	const client = stop('client', 0, 100);
	const near = stop('near', 300, 120);
	const aside = stop('aside', 200, 400);
	const stops = [client, near, aside];

	test('go to what lies ahead rather than to what is nearer but aside', () => {
		expect(nextStop(stops, client.rect, 'ArrowRight')?.id).toBe('near');
		expect(nextStop(stops, near.rect, 'ArrowDown')?.id).toBe('aside');
		expect(nextStop(stops, near.rect, 'ArrowLeft')?.id).toBe('client');
	});

	test('stay where there is nothing further', () => {
		expect(nextStop(stops, client.rect, 'ArrowLeft')).toBeNull();
		expect(nextStop(stops, client.rect, 'Enter')).toBeNull();
	});
});

describe('fingers', () => {
	function gestures() {
		const pans: number[][] = [];
		const zooms: number[][] = [];
		const target = {
			panBy: (...by: number[]) => pans.push(by),
			zoomBy: (...by: number[]) => zooms.push(by)
		};
		return { pans, zooms, hands: new StageGestures(target) };
	}

	test('one drags the stage, and that is no tap', () => {
		const { hands, pans } = gestures();
		hands.down(1, 10, 10);
		hands.move(1, 40, 30);
		expect(pans).toEqual([[30, 20]]);
		expect(hands.up(1)).toBe(false);
	});

	test('two apart enlarge it about the point between them', () => {
		const { hands, zooms } = gestures();
		hands.down(1, 100, 100);
		hands.down(2, 200, 100);
		hands.move(2, 300, 100);
		expect(zooms).toEqual([[2, 200, 100]]);
		expect(hands.up(2)).toBe(false);
		expect(hands.up(1)).toBe(false);
	});

	test('one that trembles taps', () => {
		const { hands, pans } = gestures();
		hands.down(1, 10, 10);
		hands.move(1, 12, 11);
		expect(hands.up(1)).toBe(true);
		expect(pans).toEqual([]);
	});
});

describe('the view', () => {
	function viewOf(width: number, height: number): StageView {
		const view = new StageView();
		view.resize(900, 440);
		view.show({ width, height }, 'one');
		return view;
	}

	test('shows a drawing whole when that can be read, else a readable part of it', () => {
		expect(viewOf(800, 400).isFitted).toBe(true);
		const large = viewOf(3000, 400);
		expect(large.isFitted).toBe(false);
		expect(large.transform.scale).toBe(readableScale);
	});

	test('shows a drawing whole in a strip of a stage, read or not', () => {
		const view = new StageView();
		view.show({ width: 700, height: 300 }, 'one');
		view.resize(390, 170);
		expect(view.transform.scale).toBeLessThan(readableScale);
		expect(view.isFitted).toBe(true);
		view.resize(390, 500);
		expect(view.isFitted).toBe(false);
	});

	test('follows what happens until it is in sight, and leaves its edges alone', () => {
		const view = viewOf(3000, 400);
		const far = { x: 2000, y: 100, width: 200, height: 100 };
		for (let frame = 0; frame < 200; frame++) view.follow(far, 16);
		const { scale, offsetX } = view.transform;
		expect(2000 * scale + offsetX).toBeGreaterThan(0);
		expect(2200 * scale + offsetX).toBeLessThan(900);
		const end = { x: 2900, y: 100, width: 100, height: 100 };
		for (let frame = 0; frame < 200; frame++) view.follow(end, 16);
		expect(3000 * view.transform.scale + view.transform.offsetX).toBeCloseTo(892);
	});

	test('is left alone where a person put it', () => {
		const view = viewOf(3000, 400);
		view.panBy(-100, 0);
		const before = view.transform;
		view.follow({ x: 2000, y: 100, width: 200, height: 100 }, 16);
		expect(view.transform).toEqual(before);
	});

	test('is looked at anew when it is that of another scenario, not when it only grew', () => {
		const view = viewOf(800, 400);
		view.panBy(-300, -200);
		view.show({ width: 820, height: 400 }, 'one');
		expect(view.isFitted).toBe(false);
		view.show({ width: 700, height: 400 }, 'two');
		expect(view.isFitted).toBe(true);
	});

	test('never becomes much smaller than the whole drawing', () => {
		const view = viewOf(3000, 400);
		for (let press = 0; press < 50; press++) view.zoomBy(0.8);
		expect(3000 * view.transform.scale).toBeGreaterThan(650);
	});
});

describe('many messages', () => {
	const line = polyline([
		{ x: 0, y: 0 },
		{ x: 100, y: 0 }
	]);
	const flight = (sentSeq: number, drawn: string, call: number): DrawnFlight => ({
		sentSeq,
		from: 'process:a',
		to: 'process:b',
		edge: drawn,
		drawn,
		isAgainstDrawn: false,
		line,
		isReverse: false,
		fromUs: 0,
		toUs: 10,
		shape: 'request',
		mark: { key: `call ${String(call)}`, text: String(call), hue: call % 8, call },
		tone: 'plain',
		isLost: false,
		isRedelivered: false,
		isPersistent: false
	});
	const crowd = Array.from({ length: 600 }, (_, n) => flight(n, n < 590 ? 'busy' : `${n}`, n));

	test('on one line become a flow with their number, the others stay by themselves', () => {
		const { singly, flows } = flowsOf(crowd, () => false);
		expect(flows).toEqual([{ line: 'busy', isReverse: false, count: 590, hue: null }]);
		expect(singly).toHaveLength(10);
	});

	test('those of the selected call are not drowned in a flow', () => {
		const { singly, flows } = flowsOf(crowd, ({ mark }) => mark?.call === 7);
		expect(flows[0]?.count).toBe(589);
		expect(singly.map(({ sentSeq }) => sentSeq)).toContain(7);
	});

	test('are drawn one by one while they are not that many', () => {
		expect(flowsOf(crowd.slice(0, 100), () => false).flows).toEqual([]);
	});
});
