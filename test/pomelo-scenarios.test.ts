// What the built-in Pomelo scenarios show, run as they are: who hears what, who answers whom, which router picks whom.
import { describe, expect, test } from 'vitest';
import { builtIn } from '#lesson';
import type { Scenario } from '#scenario';
import type { Run } from '#simulation';
import { simulate } from './support/simulate.ts';

async function runOf(
	id: string,
	change: (scenario: Scenario) => Partial<Scenario> = () => ({})
): Promise<Run> {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const run = await simulate({ ...scenario, ...change(scenario) });
	const failed = Object.entries(run.summary.processes).filter(
		([, { exit }]) => exit.reason !== null && exit.reason !== 'killed'
	);
	expect(failed).toEqual([]);
	return run;
}

const printed = ({ summary }: Run, process: string): readonly string[] =>
	summary.processes[process]?.stdout ?? [];

/** The servers a router picked for calls to a server type, in order. */
function chosenBy(run: Run, serverType: string): string[] {
	return run.events.flatMap((event) => {
		if (event.kind !== 'process.note' || event.data.note !== 'pomelo.route-decided') return [];
		const facts = JSON.parse(event.data.json) as Record<string, unknown>;
		return facts['serverType'] === serverType ? [String(facts['chosen'])] : [];
	});
}

describe('chat', () => {
	test('a line reaches exactly those in the room, in the order it was said', async () => {
		const run = await runOf('pomelo-chat');
		const harbour = ['ana: who is here?', 'ben: I am', 'emil: ship ahead', 'ben: on my way'];
		const heard = (name: string): string[] =>
			printed(run, name).flatMap((line) => /^\d+:\d+:\d+ (\w+: .*)$/.exec(line)?.[1] ?? []);
		for (const name of ['ana', 'ben', 'emil']) expect(heard(name), name).toEqual(harbour);
		for (const name of ['chloe', 'dora']) {
			expect(heard(name), name).toEqual(['chloe: the roses are out', 'dora: so are the bees']);
		}
	});

	test('a word to one person reaches nobody else, and nobody in another room', async () => {
		const run = await runOf('pomelo-chat');
		const told = Object.keys(run.summary.processes).filter((name) =>
			printed(run, name).some((line) => line.includes('meet me at the pier'))
		);
		expect(told).toEqual(['ben']);
		expect(printed(run, 'dora')).toContain('ana is not here');
	});

	test('those who stay hear who comes and goes', async () => {
		const run = await runOf('pomelo-chat');
		expect(printed(run, 'ben').filter((line) => line.startsWith('*'))).toEqual([
			'* emil enters',
			'* ana leaves',
			'* emil leaves'
		]);
	});

	test('names are spread over the connectors, a room stays on one chat server', async () => {
		const run = await runOf('pomelo-chat');
		const entered = ['chat-server-1', 'chat-server-2', 'chat-server-3'].map((server) =>
			printed(run, server).flatMap(
				(line) => /enters (\w+) through (\S+)/.exec(line)?.slice(1) ?? []
			)
		);
		const rooms = entered.map((words) => new Set(words.filter((_, index) => index % 2 === 0)));
		expect(rooms.map((some) => [...some])).toEqual([['garden'], ['harbour'], []]);
		const connectors = new Set(entered.flat().filter((word) => word.startsWith('connector')));
		expect(connectors.size).toBe(3);
		expect(new Set(chosenBy(run, 'chat')).size).toBe(2);
	});
});

test('abuse filter: bad words are masked, warned of twice, then the message is stopped', async () => {
	const run = await runOf('pomelo-abuse-filter');
	for (const name of ['ana', 'ben']) {
		const heard = printed(run, name).filter((line) => line.startsWith('ben:'));
		expect(heard).toEqual(['ben: what the **** was that', 'ben: **** referee', 'ben: good night']);
	}
	expect(printed(run, 'ben')).toContain('not said: ben was warned 2 times');
	expect(printed(run, 'chat-server-1')).toEqual([
		'warning 1 for ben',
		'warning 2 for ben',
		'stopped: ben was warned 2 times'
	]);
});

test('component: it starts with its server, counts there alone, and stops with it', async () => {
	const run = await runOf('pomelo-component');
	expect(printed(run, 'master-server-1')).toEqual(['master-server-1: the start callback']);
	expect(printed(run, 'connector-server-2')).toEqual([
		'connector-server-2: start, the others are not there yet',
		'connector-server-2: afterStart',
		'connector-server-2: the start callback',
		'connector-server-2: visitors so far: ben',
		'connector-server-2: visitors so far: ben',
		'connector-server-2: stop, after 2 visitors'
	]);
	expect(printed(run, 'connector-server-1').at(-1)).toContain('so far: ana, chloe');
});

test('admin module: the master hears from every server how many clients it holds', async () => {
	const lines = printed(await runOf('pomelo-admin-module'), 'master-server-1');
	const clients = lines.map((line) => [...line.matchAll(/connector-server-\d: (\d)/g)].map(String));
	expect(clients).toContainEqual(['connector-server-1: 1,1', 'connector-server-2: 1,1']);
	expect(lines.at(-1)).toBe('connector-server-1: 0, connector-server-2: 0, master-server-1: 0');
});

describe('lobby', () => {
	test('a request goes through four servers and its answer all the way back', async () => {
		const run = await runOf('pomelo-lobby');
		expect(printed(run, 'ben')).toEqual(['table 0 on table-server-1: ana (40), ben (25)']);
		expect(printed(run, 'chloe')).toEqual(['table 1 on table-server-2: chloe (60)']);
		expect(chosenBy(run, 'table')).toEqual([
			'table-server-1',
			'table-server-1',
			'table-server-2',
			'table-server-2'
		]);
		expect(run.summary.calls.every(({ status }) => status === 'answered')).toBe(true);
	});

	test('an error at the end of the chain reaches the client', async () => {
		const run = await runOf('pomelo-lobby');
		expect(printed(run, 'zoe')).toEqual(['no table: Error: nobody knows zoe']);
	});
});

describe('routers', () => {
	const path = 'game-server/config/router.json';
	const routed = (router: string, change: Partial<Scenario> = {}): Promise<Run> =>
		runOf('pomelo-routers', ({ files }) => ({
			files: { ...files, [path]: JSON.stringify({ router }) },
			...change
		}));
	/** Tickets each of the three workers did. */
	const done = (run: Run): number[] =>
		[1, 2, 3].map((number) => printed(run, `work-server-${number}`).length);
	/** Which worker did which ticket. */
	const doneBy = (run: Run): Map<string, string> =>
		new Map(
			[1, 2, 3].flatMap((number) =>
				printed(run, `work-server-${number}`).map((line) => [
					/ticket (\d+)/.exec(line)?.[1] ?? '',
					`work-server-${number}`
				])
			)
		);

	test('modulo: the number of a ticket says who does it', async () => {
		const by = doneBy(await routed('modulo'));
		expect(by.size).toBe(24);
		for (const [ticket, server] of by) expect(server).toBe(`work-server-${(+ticket % 3) + 1}`);
	});

	test('random: another seed, another share; every ticket is done', async () => {
		const [one, other] = [await routed('random'), await routed('random', { seed: 2 })];
		expect(doneBy(one).size).toBe(24);
		expect(doneBy(other)).not.toEqual(doneBy(one));
	});

	test('round robin: each in turn', async () => {
		const servers = chosenBy(await routed('round-robin'), 'work');
		expect(servers).toEqual(servers.map((_, index) => `work-server-${(index % 3) + 1}`));
	});

	test('weighted: twice the weight, twice the tickets, and not in one go', async () => {
		const run = await routed('weighted');
		expect(done(run)).toEqual([12, 6, 6]);
		const servers = chosenBy(run, 'work');
		const pairs = servers.filter((id, index) => id === servers[index + 1]);
		expect(pairs.length).toBeLessThan(6);
	});

	test('least active: the slow server gets less', async () => {
		const [first = 0, second = 0, slow = 0] = done(await routed('least-active'));
		expect(first + second + slow).toBe(24);
		expect(slow).toBeLessThan(second / 2);
	});

	const killed = [{ at: 0, do: 'kill' as const, process: 'work-server-3' }];

	test('consistent hash: a server that leaves takes only its own tickets with it, with modulo most move', async () => {
		for (const [router, isStable] of [
			['consistent-hash', true],
			['modulo', false]
		] as const) {
			const before = doneBy(await routed(router));
			const after = doneBy(await routed(router, { interventions: killed }));
			const others = [...before].filter(([, server]) => server !== 'work-server-3');
			const moved = others.filter(([ticket, server]) => after.get(ticket) !== server);
			expect(others.length).toBeGreaterThan(10);
			if (isStable) expect(moved).toEqual([]);
			else expect(moved.length).toBeGreaterThan(others.length / 3);
		}
	});

	test('session affinity: a client stays with its server, and finds another when that is gone', async () => {
		const serversOf = (run: Run, client: string): string[] => [
			...new Set(printed(run, client).flatMap((line) => /done by (\S+)/.exec(line)?.[1] ?? []))
		];
		const run = await routed('session-affinity');
		const clients = ['ana', 'ben', 'chloe'];
		expect(clients.map((client) => serversOf(run, client))).toEqual([
			['work-server-1'],
			['work-server-2'],
			['work-server-3']
		]);
		const kill = [{ at: 130, do: 'kill' as const, process: 'work-server-1' }];
		const later = await routed('session-affinity', { interventions: kill });
		expect(serversOf(later, 'ana')).toEqual(['work-server-1', 'work-server-3']);
	});
});
