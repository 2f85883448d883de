// The marks of messages in real runs of the built-in Pomelo scenarios.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { Trace, traceIndex, type Flight } from '#trace';
import { messageMarks } from '../../../src/ui/shared/message-marks.ts';
import { eventList, linkOpened, sent } from '../../support/event-list.ts';
import { simulate } from '../../support/simulate.ts';

async function traceOf(id: string): Promise<Trace> {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const trace = new Trace();
	trace.append((await simulate(scenario)).events);
	return trace;
}

test('one request of a chat is followed by its number: forward, remote, pushes to everybody in the room', async () => {
	const trace = await traceOf('pomelo-chat');
	const { flights } = traceIndex(trace);
	const marks = messageMarks(trace);
	const isSay = ({ link, message }: Flight) =>
		link.protocol === 'pomelo-client' &&
		message.fields['route'] === 'chat.chatHandler.say' &&
		message.body?.includes('the roses are out') === true;
	const request = flights.find(isSay);
	const number = request?.call ?? -1;
	const same = flights.filter((flight) => marks.ofFlight(flight)?.call === number);
	const ways = same.map(({ link, message }) => {
		const what = message.fields['service'] ?? message.fields['route'] ?? '';
		return `${link.fromNode} > ${link.toNode} ${message.method} ${String(what)}`;
	});
	expect(ways).toEqual([
		'chloe > connector-server-2 request chat.chatHandler.say',
		'connector-server-2 > chat-server-1 request msgRemote',
		'chat-server-1 > connector-server-2 request channelRemote',
		'chat-server-1 > connector-server-2 reply ',
		'connector-server-2 > chloe push onSaid',
		'connector-server-2 > chat-server-1 reply ',
		'connector-server-2 > chloe response ',
		'chat-server-1 > connector-server-3 request channelRemote',
		'connector-server-3 > dora push onSaid',
		'connector-server-3 > chat-server-1 reply '
	]);
});

test('only what no request began is without a mark: the news that somebody has left', async () => {
	const trace = await traceOf('pomelo-chat');
	const marks = messageMarks(trace);
	const bare = traceIndex(trace)
		.flights.filter(
			({ message }) => message.shape === 'push' && message.fields['route'] !== undefined
		)
		.filter((flight) => marks.ofFlight(flight) === null);
	expect(new Set(bare.map(({ message }) => message.fields['route']))).toEqual(new Set(['onLeave']));
});

test('a run of very many deliveries may be read at once', () => {
	const deliveries = 20_000;
	const toConsumer = linkOpened(1, 'broker', 'worker', 'amqp');
	const trace = new Trace();
	trace.append(
		eventList(
			{ ...toConsumer, data: { ...(toConsumer.data as object), from: 'connection:1' } },
			...Array.from({ length: deliveries }, (_, index) => [
				{
					kind: 'exchange.publish',
					actor: 'exchange:/',
					data: { deadLetter: null, publishSeq: null }
				},
				{
					kind: 'queue.delivered',
					actor: 'channel:1/1',
					data: { message: { id: 1 + index * 3 } }
				},
				sent(1, 'broker', ['basic.deliver', 1, 'consumer', index + 1, false, '', 'work', 0, null])
			]).flat()
		).events
	);
	const { flights } = traceIndex(trace);
	const marks = messageMarks(trace);
	const keys = flights.map((flight) => marks.ofFlight(flight)?.key);
	expect(keys).toEqual(flights.map((_, index) => `message ${String(1 + index * 3)}`));
	expect(keys).toHaveLength(deliveries);
});
