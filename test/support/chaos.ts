// A scenario with some of everything, by seed: several clients and servers, kills, restarts, lost messages.
import { Random } from '#kernel';
import type { Intervention, Scenario } from '#scenario';
import { rpcFiles } from './rpc-programs.ts';
import { scenarioOf } from './simulate.ts';

/** The scenario of a seed: always the same for the same seed. */
export function chaosScenario(seed: number): Scenario {
	const random = Random.seeded(seed);
	const servers = ['server-1', 'server-2', 'server-3'];
	const clients = ['client-1', 'client-2', 'client-3', 'client-4'];
	const interventions: Intervention[] = [];
	for (let count = 0; count < 8; count++) {
		const at = 100 + random.below(1500);
		const server = servers[random.below(servers.length)] as string;
		const client = clients[random.below(clients.length)] as string;
		const what = random.below(5);
		if (what === 0) interventions.push({ at, do: 'kill', process: server });
		else if (what === 1) interventions.push({ at, do: 'restart', process: server });
		else if (what === 2) interventions.push({ at, do: 'restart', process: client });
		else {
			const fault = what === 3 ? 'drop' : 'duplicate';
			interventions.push({ at, do: 'link', from: server, to: 'broker', fault, count: 2 });
		}
	}
	return scenarioOf(
		rpcFiles,
		[
			...servers.map((name, index) => ({
				name,
				file: 'server.js',
				args: [String(1 + random.below(4)), String(random.below(40))],
				startAt: index * 50
			})),
			...clients.map((name, index) => ({
				name,
				file: 'client.js',
				args: Array.from({ length: 12 }, (_, word) => `w${String(word)}`),
				startAt: 120 + index * random.below(200)
			}))
		],
		{ seed, interventions, links: { latencyMs: 1, jitterMs: 0.5 }, durationMs: 4000 }
	);
}
