// The Chinese sentences, over whole runs of built-in scenarios: every event has one, in Chinese to its full stop.
import { expect, test } from 'vitest';
import { describeEvent as inEnglish, Trace, traceIndex } from '#trace';
import { describeEvent, placeWords } from '#trace/chinese';
import { builtIn } from '#lesson';
import {
	delivered,
	eventList,
	linkOpened,
	sent,
	type MadeEvent
} from '../../support/event-list.ts';
import { simulate } from '../../support/simulate.ts';

function last(...events: MadeEvent[]): string {
	const list = eventList(...events);
	return describeEvent(list.event(list.length - 1), traceIndex(list));
}

const chineseText = /[\u4e00-\u9fff]/;

test.each([
	'amqp-rpc',
	'amqp-dead-letters',
	'amqp-confirms',
	'pomelo-chat',
	'pomelo-rpc-server-dies'
])('%s is told in Chinese from the first event to the last', async (id) => {
	const { events } = await simulate(builtIn.scenario(id)!);
	const trace = new Trace();
	trace.append(events);
	const index = traceIndex(trace);
	const sentences = trace.events.map((event) => describeEvent(event, index));
	const odd = sentences.filter(
		(sentence) => !chineseText.test(sentence) || !/。$/.test(sentence) || /undefined/.test(sentence)
	);
	expect([...new Set(odd)]).toEqual([]);
	expect(trace.events.filter((event) => placeWords(event.actor, index) === '')).toEqual([]);
	const same = trace.events.filter((event, at) => inEnglish(event, index) === sentences[at]);
	expect(same).toEqual([]);
});

const request = ['request', 1, 'user', 'time', 'timeRemote', 'getCurrentTime', '["Hello",5]'];
const wire = [
	linkOpened(1, 'gate-server-1', 'time-server-2', 'pomelo-rpc'),
	linkOpened(1, 'time-server-2', 'gate-server-1', 'pomelo-rpc')
];

test('a remote call and its answer read as a Chinese engineer would say it', () => {
	const out = sent(1, 'gate-server-1', request);
	expect(last(...wire, out, delivered(1, 'gate-server-1', 2, request))).toBe(
		'time-server-2 收到 gate-server-1 发来的调用 getCurrentTime("Hello", 5)。'
	);
	expect(last(...wire, out, sent(1, 'time-server-2', ['reply', 1, '[9,0,3]']))).toBe(
		'time-server-2 向 gate-server-1 发送对 getCurrentTime("Hello", 5) 的回复 9, 0, 3。'
	);
});

test('what a person did is told from what it told the others', () => {
	const data = {
		index: 0,
		text: 'cuts the wire from client to broker',
		tells: [
			{
				to: 'network:main',
				kind: 'network.faults',
				data: { from: 'client', to: 'broker', fault: 'cut', count: -1, chance: 10_000, extraUs: 0 }
			}
		]
	};
	expect(last({ kind: 'run.intervention', actor: 'run:main', data })).toBe(
		'有人改动了线路：从 client 到 broker 的线路被切断。'
	);
});
