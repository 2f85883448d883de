// A scenario with some of everything, by seed: several clients and servers, every kind of intervention.
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
	const pick = <T>(choices: readonly T[]): T => choices[random.below(choices.length)] as T;
	const deeds: readonly (() => Intervention)[] = [
		() => ({ at: at(), do: 'kill', process: pick(servers) }),
		() => ({ at: at(), do: 'restart', process: pick(servers) }),
		() => ({ at: at(), do: 'restart', process: pick(clients) }),
		() => ({ at: at(), do: 'pause', process: pick([...servers, ...clients]) }),
		() => ({ at: at(), do: 'continue', process: pick([...servers, ...clients]) }),
		() => ({ at: at(), do: 'slow', process: pick(servers), factor: 5, extraMs: random.below(20) }),
		() => ({
			at: at(),
			do: 'link',
			from: pick(servers),
			to: 'broker',
			fault: pick(['drop', 'duplicate', 'delay', 'reorder']),
			both: random.below(2) === 0,
			count: 2,
			extraMs: random.below(30)
		}),
		() => ({ at: at(), do: 'link', from: pick(clients), to: 'broker', fault: 'cut' }),
		() => ({ at: at(), do: 'link', from: pick(clients), to: 'broker', fault: 'mend' }),
		() => ({
			at: at() - 100,
			do: 'message',
			from: pick(clients),
			to: 'broker',
			connection: 1 + random.below(2),
			method: 'basic.publish',
			nth: 1 + random.below(12),
			fault: pick(['drop', 'duplicate', 'delay', 'reorder']),
			extraMs: 15
		}),
		() => ({ at: at(), do: 'broker', what: pick(['restart', 'memory-alarm', 'memory-clear']) })
	];
	const at = (): number => 100 + random.below(1500);
	for (let count = 0; count < 12; count++) interventions.push(pick(deeds)());
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
