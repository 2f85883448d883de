import { describe, expect, test } from 'vitest';
import type { DetailLevel, EventList } from '#trace';
import { usualOrder } from '../../../src/ui/sequence/lifelines.ts';
import {
	cursorAtY,
	layOutSequence,
	neighbourEnd,
	placeAt,
	scaleToFit,
	yOfClock,
	yOfCursor,
	yOfPlace,
	type SequenceOptions
} from '../../../src/ui/sequence/sequence-layout.ts';
import { SequenceRows } from '../../../src/ui/sequence/sequence-rows.ts';
import { windowOf } from '../../../src/ui/sequence/sequence-window.ts';
import {
	delivered,
	eventList,
	linkOpened,
	sent,
	type MadeEvent
} from '../../support/event-list.ts';

const usual: SequenceOptions = {
	scale: 4,
	arrangement: usualOrder,
	isFolded: true,
	exceptions: []
};

function rowsOf(trace: EventList, level: DetailLevel = 'messages'): SequenceRows {
	const rows = new SequenceRows(trace, level);
	rows.extend(trace.length);
	return rows;
}

/** Everything in a diagram of a short trace. */
function drawn(trace: EventList, options: Partial<SequenceOptions> = {}, level?: DetailLevel) {
	const layout = layOutSequence(rowsOf(trace, level), { ...usual, ...options });
	return { layout, ...windowOf(layout, 0, layout.height) };
}

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
	const { columns } = drawn(trace).layout;
	expect(columns.map(({ node }) => node)).toEqual(['alice', 'time', 'gate']);
});

test('an arrow falls with its latency, more when time is stretched', () => {
	const trace = eventList(
		...begin,
		sent(1, 'gate', request, 0),
		delivered(1, 'gate', 4, request, 10_000)
	);
	const fall = (scale: number) => {
		const [arrow] = drawn(trace, { scale }).arrows;
		return (arrow?.y2 ?? 0) - (arrow?.y1 ?? 0);
	};
	expect(fall(4)).toBeCloseTo(40);
	expect(fall(8)).toBeCloseTo(80);
	expect(drawn(trace).arrows[0]).toMatchObject({ from: 2, to: 1, end: 'arrived' });
});

test('messages of one instant keep a line of text apart, so that no label lies on another', () => {
	const trace = eventList(...begin, sent(1, 'gate', request, 5), sent(1, 'gate', request, 5));
	const [first, second] = drawn(trace).arrows;
	expect((second?.y1 ?? 0) - (first?.y1 ?? 0)).toBeGreaterThanOrEqual(14);
});

test('a long idle stretch is cut short and marked', () => {
	const trace = eventList(
		...begin,
		sent(1, 'gate', request, 0),
		sent(1, 'gate', request, 3_000_000)
	);
	const { layout, gaps } = drawn(trace);
	expect(gaps.map(({ us }) => us)).toEqual([3_000_000]);
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
	expect(drawn(lost).arrows[0]?.end).toBe('lost');
	const underWay = eventList(...begin, sent(1, 'gate', request, 0));
	expect(drawn(underWay).arrows[0]?.end).toBe('under way');
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
	const { bars } = drawn(eventList(...begin, delivery, ended));
	expect(bars).toMatchObject([{ column: 1, us: 20_000 }]);
	expect((bars[0]?.y2 ?? 0) - (bars[0]?.y1 ?? 0)).toBeCloseTo(80);
});

test('a hidden lifeline takes its messages and their room along', () => {
	const trace = eventList(
		...begin,
		sent(1, 'gate', request, 0),
		delivered(1, 'gate', 4, request, 10_000)
	);
	const arrangement = { order: [], hidden: ['time'] };
	const { arrows, layout } = drawn(trace, { arrangement });
	expect(arrows).toEqual([]);
	expect(layout.columns.map(({ node }) => node)).toEqual(['alice', 'gate']);
	expect(layout.height).toBeLessThan(drawn(trace).layout.height);
});

describe('a protocol exchange', () => {
	const shake = ['handshake', '{}'];
	const client = { ...linkOpened(2, 'alice', 'gate', 'pomelo-client'), at: 0 };
	const back = { ...linkOpened(2, 'gate', 'alice', 'pomelo-client'), at: 0 };
	const trace = eventList(
		...begin,
		client,
		back,
		sent(2, 'alice', shake, 0),
		delivered(2, 'alice', 6, shake, 10_000),
		sent(2, 'gate', shake, 10_000),
		delivered(2, 'gate', 8, shake, 20_000),
		sent(2, 'alice', ['handshake-ack'], 20_000),
		delivered(2, 'alice', 10, ['handshake-ack'], 30_000)
	);

	test('is one arrow from its first message to its last arrival', () => {
		const { arrows, layout } = drawn(trace, {}, 'protocol');
		expect(arrows).toHaveLength(1);
		expect(arrows[0]).toMatchObject({ from: 0, to: 2, isFolded: true });
		expect(arrows[0]?.exchange).toMatchObject({ kind: 'handshake', count: 3 });
		expect(arrows[0]?.y2).toBeCloseTo(layout.height - 20);
	});

	test('is all its messages once it is unfolded, the first with the way back', () => {
		const { arrows } = drawn(trace, { exceptions: [6] }, 'protocol');
		expect(arrows.map(({ isFolded }) => isFolded)).toEqual([false, false, false]);
		expect(arrows.map(({ exchange }) => exchange !== null)).toEqual([true, false, false]);
		expect(drawn(trace, { isFolded: false }, 'protocol').arrows).toHaveLength(3);
	});

	test('is over after a rest, so that each heartbeat stands alone with its answer', () => {
		const beat = ['heartbeat'];
		const beats = eventList(
			...begin,
			client,
			back,
			...[0, 3_000_000].flatMap((at, round) => [
				sent(2, 'alice', beat, at),
				delivered(2, 'alice', 6 + round * 4, beat, at + 10_000),
				sent(2, 'gate', beat, at + 10_000),
				delivered(2, 'gate', 8 + round * 4, beat, at + 20_000)
			])
		);
		const { arrows } = drawn(beats, {}, 'protocol');
		expect(arrows.map(({ exchange }) => exchange?.count)).toEqual([2, 2]);
	});
});

describe('many messages under way at once', () => {
	const count = 300;
	const wayUs = 100_000;
	/** One message each millisecond, a hundred milliseconds on its way. */
	const crowd = (messages: number) => {
		const sends = Array.from({ length: messages }, (_, at) => ({ at: at * 1000, of: at }));
		const ends = sends.map(({ at, of }) => ({ at: at + wayUs, of, isEnd: true }));
		const ordered = [...sends.map((send) => ({ ...send, isEnd: false })), ...ends].toSorted(
			(a, b) => a.at - b.at
		);
		const seqs = new Map<number, number>();
		return eventList(
			...begin,
			...ordered.map(({ at, of, isEnd }, index) => {
				if (isEnd) return delivered(1, 'gate', seqs.get(of) ?? 0, request, at);
				seqs.set(of, begin.length + index);
				return sent(1, 'gate', request, at);
			})
		);
	};

	test('are drawn where they leave and where they arrive, each once', () => {
		const { arrows } = drawn(crowd(count), { scale: 40 });
		const having = (part: string) => arrows.filter((arrow) => arrow.part === part);
		const leaving = having('leaves').map(({ flight }) => flight.sentSeq);
		const arriving = having('arrives');
		expect(leaving.length).toBeGreaterThan(count / 2);
		expect(arriving.map(({ flight }) => flight.sentSeq)).toEqual(leaving);
		expect(arriving.map(({ seq }) => seq)).toEqual(arriving.map(({ flight }) => flight.arrivedSeq));
		expect(having('whole').length + leaving.length).toBe(count);
	});

	test('cross no place as more lines than can be told apart', () => {
		const { arrows, layout } = drawn(crowd(count), { scale: 40 });
		for (let y = 0; y < layout.height; y += 50) {
			const across = arrows.filter(({ part, y1, y2 }) => part === 'whole' && y1 <= y && y2 >= y);
			expect(across.length).toBeLessThan(70);
		}
	});

	test('are whole arrows as long as they are few', () => {
		const { arrows } = drawn(crowd(50), { scale: 40 });
		expect(arrows.map(({ part }) => part)).toEqual(Array(50).fill('whole'));
	});

	test('are the same in a part of the diagram as in the whole', () => {
		const { layout, arrows } = drawn(crowd(count), { scale: 40 });
		const [top, bottom] = [layout.height / 2, layout.height / 2 + 500];
		const reaches = ({ part, y1, y2 }: (typeof arrows)[number]) =>
			(part === 'arrives' ? y2 : y1) <= bottom && (part === 'leaves' ? y1 : y2) >= top;
		const seqsOf = (list: typeof arrows) =>
			list.map(({ seq, part }) => `${String(seq)} ${part}`).toSorted();
		expect(seqsOf(windowOf(layout, top, bottom).arrows)).toEqual(seqsOf(arrows.filter(reaches)));
	});
});

describe('finding one’s way in 100,000 events', () => {
	const messages = Array.from({ length: 50_000 }, (_, count) => [
		sent(1, 'gate', request, count * 1000),
		delivered(1, 'gate', 4 + count * 2, request, count * 1000 + 500)
	]).flat();
	const trace = eventList(...begin, ...messages);
	const rows = rowsOf(trace);
	const layout = layOutSequence(rows, usual);

	test('only what is in view is found', () => {
		const middle = layout.height / 2;
		const { arrows } = windowOf(layout, middle, middle + 400);
		expect(arrows.length).toBeGreaterThan(5);
		expect(arrows.length).toBeLessThan(60);
		for (const arrow of arrows) {
			expect(arrow.y2).toBeGreaterThanOrEqual(middle);
			expect(arrow.y1).toBeLessThanOrEqual(middle + 400);
		}
	});

	test('the whole run fits in view as bundles that lose no message', () => {
		const scale = scaleToFit(rows, usual, 600);
		const whole = layOutSequence(rows, { ...usual, scale });
		expect(whole.height).toBeLessThanOrEqual(600);
		const { arrows, bundles } = windowOf(whole, 0, whole.height);
		expect(arrows.length + bundles.length).toBeLessThan(200);
		const counted = bundles.reduce((sum, { count }) => sum + count, arrows.length);
		expect(counted).toBe(50_000);
	});

	test('a place and the cursor there belong together', () => {
		for (const cursor of [5, 1000, 50_001, 100_004]) {
			expect(cursorAtY(layout, yOfCursor(layout, cursor) + 0.5)).toBe(cursor);
		}
		expect(cursorAtY(layout, 0)).toBe(0);
	});

	test('between two rows the cursor goes down as time goes, and never beyond the next row', () => {
		const row = 1000;
		const cursor = (rows.seqs[row] ?? 0) + 1;
		const at = rows.times[row] ?? 0;
		const next = rows.times[row + 1] ?? 0;
		const ys = [at - 5, at, (at + next) / 2, next, next + 5].map((us) =>
			yOfClock(layout, cursor, us)
		);
		const [top, bottom] = [
			yOfCursor(layout, cursor),
			yOfCursor(layout, (rows.seqs[row + 1] ?? 0) + 1)
		];
		expect(ys[0]).toBe(top);
		expect(ys).toEqual(ys.toSorted((a, b) => a - b));
		expect(ys.at(-1)).toBeLessThanOrEqual(bottom);
	});

	test('a place stays the same one at another scale', () => {
		const near = layOutSequence(rows, { ...usual, scale: 1000 });
		const place = placeAt(layout, 12_345);
		expect(yOfPlace(layout, place)).toBeCloseTo(12_345);
		expect(placeAt(near, yOfPlace(near, place)).row).toBe(place.row);
	});

	test('steps go from end to end of messages', () => {
		expect(neighbourEnd(layout, 5, 1)).toBe(5);
		expect(neighbourEnd(layout, 6, -1)).toBe(4);
		expect(neighbourEnd(layout, 100_004, 1)).toBeUndefined();
	});

	test('y never goes against time', () => {
		const { ys } = layout;
		expect(ys.every((y, row) => row === 0 || y >= (ys[row - 1] ?? 0))).toBe(true);
	});

	test('a diagram that grew with its trace is the one made at once', () => {
		const growing = new SequenceRows(trace, 'messages');
		for (const length of [3, 1000, 1001, 70_000, trace.length]) growing.extend(length);
		const { ys } = layOutSequence(growing, usual);
		expect(ys.length).toBe(layout.ys.length);
		expect(ys.every((y, row) => y === layout.ys[row])).toBe(true);
	});
});
