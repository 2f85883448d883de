import { expect, test } from 'vitest';
import { describeEvent, detailOf, headline, traceIndex } from '#trace';
import { delivered, eventList, linkOpened, sent, type MadeEvent } from '../support/event-list.ts';

/** The sentence for the last of some events. */
function last(...events: MadeEvent[]): string {
	const list = eventList(...events);
	return describeEvent(list.event(list.length - 1), traceIndex(list));
}

const request = ['request', 1, 'user', 'time', 'timeRemote', 'getCurrentTime', '["Hello",5]'];
const wire = [
	linkOpened(1, 'gate-server-1', 'time-server-2', 'pomelo-rpc'),
	linkOpened(1, 'time-server-2', 'gate-server-1', 'pomelo-rpc')
];

test('a remote call is told as the caller wrote it', () => {
	const out = sent(1, 'gate-server-1', request);
	expect(last(...wire, out)).toBe(
		'gate-server-1 sent getCurrentTime("Hello", 5) to time-server-2.'
	);
	expect(last(...wire, out, delivered(1, 'gate-server-1', 2, request))).toBe(
		'time-server-2 received getCurrentTime("Hello", 5) from gate-server-1.'
	);
});

test('an answer says what it answers', () => {
	const reply = sent(1, 'time-server-2', ['reply', 1, '[9,0,3]']);
	expect(last(...wire, sent(1, 'gate-server-1', request), reply)).toBe(
		'time-server-2 sent the answer 9, 0, 3 to getCurrentTime("Hello", 5) to gate-server-1.'
	);
});

test('AMQP messages are requests, replies or messages, with where they go', () => {
	const body = new TextEncoder().encode('35');
	const payload = ['basic.publish', 1, '', 'rpc_queue', false, 96, 'id', 'q', body];
	expect(last(linkOpened(2, 'client', 'broker', 'amqp'), sent(2, 'client', payload))).toBe(
		'client sent the request "35" for the queue rpc_queue to broker.'
	);
});

test('a process that crashes names the line in its own file', () => {
	const data = {
		code: 1,
		reason: 'uncaught',
		message: 'Error: x\n  more',
		file: '/app/a.js',
		line: 3,
		column: 1
	};
	expect(last({ kind: 'process.exited', actor: 'process:p', data })).toBe(
		'p crashes: Error: x (a.js:3).'
	);
});

test('a second start is told apart from the first', () => {
	const start = {
		kind: 'process.started',
		actor: 'process:p',
		data: { file: 'a.js', args: ['35'], env: {}, role: 'client', serverType: null, pollUs: 100 }
	};
	expect(last(start)).toBe('p starts: a.js 35.');
	expect(last(start, start)).toBe('p starts again: a.js 35.');
});

test('a generated queue is named with its owner and shortened in the middle', () => {
	const name = 'amq.gen-abcdefghijklmnopqrstuv';
	const declared = {
		kind: 'queue.declared',
		actor: `queue:${name}`,
		data: { definition: { name, exclusiveTo: 'connection:3' } }
	};
	const accepted = { kind: 'connection.accepted', actor: 'connection:3', data: { peer: 'client' } };
	expect(last(accepted, declared)).toBe(
		'The queue amq.gen-abcd…qrstuv is there; it belongs to client alone.'
	);
});

test("a router's decision is told with its candidates", () => {
	const facts = { serverType: 'time', routeParam: '5', candidates: ['t1', 't2'], chosen: 't2' };
	const note = {
		kind: 'process.note',
		actor: 'process:gate',
		data: { note: 'pomelo.route-decided', json: JSON.stringify(facts) }
	};
	expect(last(note)).toBe('The router in gate chose t2 for the route parameter 5 (from t1, t2).');
});

test('the headline puts the time since time 0 in front', () => {
	const list = eventList({ kind: 'process.killed', actor: 'process:p', at: 512_340 });
	expect(headline(list.event(0), traceIndex(list), 500_000)).toBe(
		'12.34 ms: p is killed: it vanishes without any clean-up.'
	);
});

test('the level of a message depends on what it carries', () => {
	const level = (payload: readonly unknown[]) =>
		detailOf(eventList(sent(1, 'a', payload)).event(0));
	expect(level(['basic.publish', 1])).toBe('messages');
	expect(level(['queue.declare', 1])).toBe('protocol');
	expect(level(['request', 1])).toBe('messages');
	expect(level(['handshake'])).toBe('protocol');
});

test("the framework's log is finer than what programs print", () => {
	const level = (stream: string) =>
		detailOf(
			eventList({ kind: 'process.output', actor: 'process:p', data: { stream, text: 'x' } }).event(
				0
			)
		);
	expect(level('stdout')).toBe('messages');
	expect(level('log')).toBe('protocol');
});
