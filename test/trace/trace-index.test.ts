import { expect, test } from 'vitest';
import { TraceIndex } from '#trace';
import { delivered, eventList, linkOpened, sent } from '../support/event-list.ts';

const request = ['request', 7, 'user', 'time', 'r', 'now', '[]'];

test('a flight knows its ends, its arrival and its call', () => {
	const list = eventList(
		linkOpened(1, 'gate', 'time', 'pomelo-rpc'),
		sent(1, 'gate', request, 1000),
		{ kind: 'call.started', actor: 'call:4', data: { number: 4 }, cause: 1 },
		delivered(1, 'gate', 1, request, 11_000)
	);
	const [flight] = new TraceIndex(list).flights;
	expect(flight).toMatchObject({
		sentSeq: 1,
		sentAt: 1000,
		arrivedSeq: 3,
		arrivedAt: 11_000,
		lost: null,
		call: 4,
		link: { fromNode: 'gate', toNode: 'time' }
	});
});

test('a dropped message says why and never arrives', () => {
	const list = eventList(linkOpened(1, 'gate', 'time', 'pomelo-rpc'), sent(1, 'gate', request), {
		kind: 'link.dropped',
		actor: 'link:1/gate',
		data: { payload: request, why: 'on purpose' },
		cause: 1
	});
	expect(new TraceIndex(list).flights[0]).toMatchObject({
		arrivedSeq: null,
		lost: { seq: 2, why: 'on purpose' }
	});
});

test('the index grows with its trace', () => {
	const all = eventList(
		linkOpened(1, 'gate', 'time', 'pomelo-rpc'),
		sent(1, 'gate', request),
		sent(1, 'gate', request)
	);
	const growing = { length: 2, event: (seq: number) => all.event(seq) };
	const index = new TraceIndex(growing);
	expect(index.flights).toHaveLength(1);
	growing.length = 3;
	expect(index.flights).toHaveLength(2);
});

test('a connection of the broker belongs to the process that opened it', () => {
	const list = eventList({
		kind: 'connection.accepted',
		actor: 'connection:3',
		data: { peer: 'client' }
	});
	const index = new TraceIndex(list);
	expect(index.client('connection:3')).toBe('client');
	expect(index.client('channel:3/1')).toBe('client');
	expect(index.client('channel:4/1')).toBeUndefined();
});
