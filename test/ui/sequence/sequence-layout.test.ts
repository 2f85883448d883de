import { describe, expect, test } from 'vitest';
import {
	arrowsBetween,
	cursorAtY,
	layOutSequence,
	yOfCursor
} from '../../../src/ui/sequence/sequence-layout.ts';
import {
	delivered,
	eventList,
	linkOpened,
	sent,
	type MadeEvent
} from '../../support/event-list.ts';

const request = ['request', 1, 'user', 'time', 'r', 'now', '[]'];

function started(
	name: string,
	role: 'client' | 'server',
	serverType: string | null = null
): MadeEvent {
	return {
		kind: 'process.started',
		actor: `process:${name}`,
		data: { file: 'a.js', args: [], env: {}, role, serverType, pollUs: 100 },
		at: 0
	};
}

const opened = { ...linkOpened(1, 'gate', 'time', 'pomelo-rpc'), at: 0 };
const begin = [
	started('time', 'server', 'time'),
	started('gate', 'server', 'gate'),
	started('alice', 'client'),
	opened
];

test('clients stand left of servers, and the master is left out when nothing is seen of it', () => {
	const trace = eventList(started('m', 'server', 'master'), ...begin);
	const { lifelines } = layOutSequence(trace, 'messages', 1);
	expect(lifelines.map(({ node }) => node)).toEqual(['alice', 'time', 'gate']);
});

test('an arrow falls with its latency, more when time is stretched', () => {
	const trace = eventList(
		...begin,
		sent(1, 'gate', request, 0),
		delivered(1, 'gate', 4, request, 10_000)
	);
	const fall = (zoom: number) => {
		const [arrow] = layOutSequence(trace, 'messages', zoom).arrows;
		return (arrow?.y2 ?? 0) - (arrow?.y1 ?? 0);
	};
	expect(fall(1)).toBeCloseTo(40);
	expect(fall(2)).toBeCloseTo(80);
	expect(layOutSequence(trace, 'messages', 1).arrows[0]).toMatchObject({
		from: 2,
		to: 1,
		end: 'arrived'
	});
});

test('messages of one instant do not lie on each other', () => {
	const trace = eventList(...begin, sent(1, 'gate', request, 5), sent(1, 'gate', request, 5));
	const [first, second] = layOutSequence(trace, 'messages', 1).arrows;
	expect((second?.y1 ?? 0) - (first?.y1 ?? 0)).toBeGreaterThanOrEqual(12);
});

test('a long idle stretch is cut short and marked', () => {
	const trace = eventList(
		...begin,
		sent(1, 'gate', request, 0),
		sent(1, 'gate', request, 3_000_000)
	);
	const layout = layOutSequence(trace, 'messages', 1);
	expect(layout.gaps.map(({ us }) => us)).toEqual([3_000_000]);
	expect(layout.height).toBeLessThan(300);
});

test('a lost message ends on its way, one under way reaches towards its end', () => {
	const dropped = {
		kind: 'link.dropped',
		actor: 'link:1/gate',
		data: { payload: request, why: 'x' },
		cause: 4,
		at: 0
	};
	const lost = eventList(...begin, sent(1, 'gate', request, 0), dropped);
	expect(layOutSequence(lost, 'messages', 1).arrows[0]?.end).toBe('lost');
	const underWay = eventList(...begin, sent(1, 'gate', request, 0));
	expect(layOutSequence(underWay, 'messages', 1).arrows[0]?.end).toBe('under way');
});

test('a turn that took time is a bar on its process', () => {
	const delivery = {
		kind: 'process.delivery',
		actor: 'process:time',
		data: { delivery: ['main'] },
		at: 0
	};
	const ended = {
		kind: 'turn.ended',
		actor: 'process:time',
		data: { polls: 5, operations: [], limit: null },
		cause: 4,
		at: 20_000
	};
	const { bars } = layOutSequence(eventList(...begin, delivery, ended), 'messages', 1);
	expect(bars).toMatchObject([{ lifeline: 1, us: 20_000 }]);
	expect((bars[0]?.y2 ?? 0) - (bars[0]?.y1 ?? 0)).toBeCloseTo(80);
});

describe('finding one’s way', () => {
	const messages = Array.from({ length: 50_000 }, (_, count) => [
		sent(1, 'gate', request, count * 1000),
		delivered(1, 'gate', 4 + count * 2, request, count * 1000 + 500)
	]).flat();
	const trace = eventList(...begin, ...messages);
	const layout = layOutSequence(trace, 'messages', 1);

	test('of 100,000 events only those in view are found', () => {
		const middle = layout.height / 2;
		const visible = arrowsBetween(layout, middle, middle + 400);
		expect(visible.length).toBeGreaterThan(5);
		expect(visible.length).toBeLessThan(60);
		for (const arrow of visible) {
			expect(arrow.y2).toBeGreaterThanOrEqual(middle);
			expect(arrow.y1).toBeLessThanOrEqual(middle + 400);
		}
	});

	test('a place and the cursor there belong together', () => {
		for (const cursor of [5, 1000, 50_001, 100_004]) {
			expect(cursorAtY(layout, yOfCursor(layout, cursor) + 0.5)).toBe(cursor);
		}
		expect(cursorAtY(layout, 0)).toBe(0);
	});

	test('y never goes against time', () => {
		const ys = layout.rowYs;
		expect(ys.every((y, row) => row === 0 || y >= (ys[row - 1] ?? 0))).toBe(true);
	});
});
