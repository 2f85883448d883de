// What servers tell the trace for the inspector: whom they see, what sessions hold, which clocks run.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import type { Scenario } from '#scenario';
import { simulate } from '../../support/simulate.ts';

/** Facts of a kind by process, in order. */
async function factsOf(kind: string, id: string, change: Partial<Scenario> = {}) {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const run = await simulate({ ...scenario, ...change });
	return run.events.flatMap((event) =>
		event.kind === 'process.note' && event.data.note === kind
			? [
					{
						process: event.actor.slice('process:'.length),
						facts: JSON.parse(event.data.json) as Record<string, unknown>
					}
				]
			: []
	);
}

test('each server tells whom it sees, also after one is gone', async () => {
	const interventions = [{ at: 100, do: 'kill' as const, process: 'time-server-1' }];
	const told = await factsOf('pomelo.servers', 'pomelo-time', { interventions });
	const gate = told.filter(({ process }) => process === 'gate-server-1').map(({ facts }) => facts);
	const before = ['gate-server-1', 'connector-server-1', 'chat-server-1', 'time-server-1'];
	expect(gate.map(({ ids }) => ids)).toContainEqual([...before, 'time-server-2']);
	expect(gate.at(-1)?.['ids']).not.toContain('time-server-1');
	expect(gate.at(-1)?.['serverTypes']).toEqual(['gate', 'connector', 'chat', 'time']);
});

test('a session that saves its settings tells what it holds', async () => {
	const told = await factsOf('pomelo.session', 'pomelo-chat');
	const pushed = told.filter(({ facts }) => facts['event'] === 'pushed');
	expect(pushed.map(({ facts }) => facts['settings'])).toContainEqual(["room: 'harbour'"]);
	expect(pushed).toHaveLength(5);
});

test('a mailbox tells how long a call may take, a frontend how long a client may be silent', async () => {
	const [clock] = await factsOf('pomelo.rpc-clock', 'pomelo-lobby');
	expect(clock?.facts).toEqual({ target: 'lobby-server-1', timeoutMs: 30_000 });
	const beats = await factsOf('pomelo.heartbeat', 'pomelo-chat');
	expect(beats[0]?.facts).toEqual({ session: 1, silenceMs: 60_000 });
});

test('the timeout filter tells when its clock starts, stops and rings', async () => {
	const files = builtIn.scenario('pomelo-lobby')?.files ?? {};
	const path = 'game-server/app.js';
	const source = (files[path] ?? '').replace(
		'app.start();',
		'app.filter(pomelo.timeout(30));\napp.start();'
	);
	const told = await factsOf('pomelo.request-clock', 'pomelo-lobby', {
		files: { ...files, [path]: source }
	});
	const events = told.filter(({ facts }) => facts['route'] === 'lobby.lobbyHandler.play');
	expect(events.slice(0, 2).map(({ facts }) => [facts['event'], facts['timeoutMs']])).toEqual([
		['started', 30],
		['rang', 30]
	]);
	const login = told.filter(({ facts }) => facts['route'] === 'connector.entryHandler.login');
	expect(login.slice(0, 2).map(({ facts }) => facts['event'])).toEqual(['started', 'stopped']);
});
