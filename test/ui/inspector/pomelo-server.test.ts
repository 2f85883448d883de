// What the inspector says of a Pomelo server at the cursor, and of all a client's request led to; read from real runs.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { describeEvent, Trace, traceIndex } from '#trace';
import { callChain } from '../../../src/ui/shared/call-chain.ts';
import { pomeloServerAt } from '../../../src/ui/inspector/pomelo-server.ts';
import { simulate } from '../../support/simulate.ts';

async function traceOf(id: string, addition?: readonly [string, string]): Promise<Trace> {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const path = 'game-server/app.js';
	const source = scenario.files[path] ?? '';
	const files = {
		...scenario.files,
		...(addition === undefined ? {} : { [path]: source.replace(...addition) })
	};
	const trace = new Trace();
	trace.append((await simulate({ ...scenario, files })).events);
	return trace;
}

/** Cursor behind the nth event whose sentence fits. */
function cursorAt(trace: Trace, sentence: RegExp, nth = 1): number {
	const index = traceIndex(trace);
	const found = trace.events.filter((event) => sentence.test(describeEvent(event, index)));
	return (found[nth - 1]?.seq ?? -1) + 1;
}

test('sessions with what they saved, channels with their members, servers in list order', async () => {
	const trace = await traceOf('pomelo-chat');
	const world = trace.worldAt(cursorAt(trace, /emil@harbour joins the channel harbour/));
	const connector = pomeloServerAt(trace, 'process:connector-server-1', world);
	expect(connector.sessions).toContainEqual({
		id: '1',
		uid: 'ana@harbour',
		settings: ["room: 'harbour'"]
	});
	const chat = pomeloServerAt(trace, 'process:chat-server-2', world);
	expect(chat.channels).toEqual([
		{
			name: 'harbour',
			members: [
				'ana@harbour through connector-server-1',
				'ben@harbour through connector-server-3',
				'emil@harbour through connector-server-1'
			]
		}
	]);
	expect(chat.servers?.find(([type]) => type === 'time')?.[1]).toEqual([
		'time-server-1',
		'time-server-2'
	]);
	const atEnd = trace.worldAt(trace.length);
	expect(pomeloServerAt(trace, 'process:connector-server-1', atEnd).sessions).toEqual([]);
	expect(pomeloServerAt(trace, 'process:chat-server-2', atEnd).channels).toEqual([
		{ name: 'harbour', members: [] }
	]);
});

test('a decision tells its parameter, the list, the choice, and which code decided', async () => {
	const trace = await traceOf('pomelo-lobby');
	const world = trace.worldAt(trace.length);
	const { decisions } = pomeloServerAt(trace, 'process:lobby-server-1', world);
	expect(decisions.map(({ routeParam, chosen }) => [routeParam, chosen])).toEqual([
		['1', 'table-server-2'],
		['1', 'table-server-2'],
		['0', 'table-server-1'],
		['0', 'table-server-1']
	]);
	expect(decisions[0]).toMatchObject({
		method: 'tableRemote.seat',
		candidates: ['table-server-1', 'table-server-2'],
		by: "app.route('table')"
	});
});

test('three clocks run while a request is on its way, and stop', async () => {
	const trace = await traceOf('pomelo-lobby', [
		'app.start();',
		`app.get('connectorConfig') && Object.assign(app.get('connectorConfig'), { heartbeat: 3 });
app.filter(pomelo.timeout());
app.start();`
	]);
	const cursor = cursorAt(trace, /table-server-1 .*received seat/i);
	const world = trace.worldAt(cursor);
	const clocks = (name: string) =>
		pomeloServerAt(trace, `process:${name}`, world).clocks.map(({ kind, startedAt, endsAt }) => [
			kind,
			(endsAt - startedAt) / 1000
		]);
	expect(clocks('lobby-server-1')).toEqual([
		['rpc', 30_000],
		['request', 3000]
	]);
	expect(clocks('connector-server-1')).toContainEqual(['heartbeat', 6000]);
	const atEnd = trace.worldAt(trace.length);
	expect(pomeloServerAt(trace, 'process:lobby-server-1', atEnd).clocks).toEqual([]);
});

test("a client's request is one chain: forwarded, asked on, pushed, answered", async () => {
	const trace = await traceOf('pomelo-chat');
	const index = traceIndex(trace);
	const say = index.flights.find(({ message }) => message.body?.includes('who is here?') === true);
	const chain = callChain(say?.call ?? -1, trace);
	const machines = chain.flatMap((seq) => {
		const flight = index.flightOf(seq);
		return flight === undefined ? [] : [`${flight.link.fromNode} > ${flight.link.toNode}`];
	});
	expect(machines[0]).toBe('ana > connector-server-1');
	expect(machines).toContain('connector-server-1 > chat-server-2');
	expect(machines).toContain('chat-server-2 > time-server-2');
	expect(machines).toContain('connector-server-1 > ana');
	expect(machines).toContain('connector-server-3 > ben');
	// What the clients say next is not part of it.
	expect(machines.filter((way) => /^(?:ana|ben|emil) >/.test(way))).toHaveLength(1);
	expect(trace.event(chain[1] ?? 0).kind).toBe('process.note');
});
