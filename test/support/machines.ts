// A network of processes whose programs are scripts: for each delivery, the operations the "guest" answers with.
// Lets tests of the cluster run without a sandbox.
import { ActorSystem, type LogicTable } from '#kernel';
import type { Recorded } from '#kernel/events';
import {
	networkStep,
	processStep,
	type GuestDelivery,
	type GuestOperation,
	type ProcessState
} from '#cluster';
import { actorLogic } from '#trace';

/** What a program does on a delivery; polls are 0 unless given. */
export type Script = (
	delivery: GuestDelivery
) =>
	readonly GuestOperation[] | { readonly polls: number; readonly ops: readonly GuestOperation[] };

export const startData = {
	file: 'main.js',
	args: [],
	env: {},
	role: 'client' as const,
	serverType: null,
	pollUs: 100
};

const networkData = { latencyUs: 1000, jitterUs: 0, between: [], seed: 1 };

/** Starts the scripts as processes at time 0 (those named in `serverTypes` as Pomelo servers) and gives the means to look at them. */
export function machines(
	scripts: Readonly<Record<string, Script>>,
	serverTypes: Readonly<Record<string, string>> = {}
) {
	const events: Recorded[] = [];
	const deliveries: {
		readonly at: number;
		readonly process: string;
		readonly delivery: GuestDelivery;
	}[] = [];
	const logic: LogicTable = { ...actorLogic, network: networkStep, process: processStep };
	const system = new ActorSystem({
		logic,
		record: (event) => events.push(event),
		perform: (actor, what, data, cause) => {
			if (what !== 'turn') return;
			const process = actor.slice('process:'.length);
			const delivery = data as GuestDelivery;
			deliveries.push({ at: system.now, process, delivery });
			const answer = scripts[process]?.(delivery) ?? [];
			const { polls, ops } = 'polls' in answer ? answer : { polls: 0, ops: answer };
			const turn = { polls, operations: ops, limit: null };
			system.tellAt(system.now + polls * 100, actor, 'turn.ended', turn, cause, actor, 'turn');
		}
	});
	system.tell('network:main', 'network.configured', networkData, -1);
	for (const name of Object.keys(scripts)) {
		const data = { ...startData, serverType: serverTypes[name] ?? null };
		system.tell(`process:${name}`, 'process.started', data, -1);
	}
	return {
		system,
		events,
		deliveries,
		/** Steps until nothing is left, or until a virtual time. */
		run: (untilUs = Infinity) => {
			while ((system.nextAt() ?? Infinity) <= untilUs && system.step());
		},
		process: (name: string) => system.stateOf(`process:${name}`) as ProcessState,
		/** Deliveries one process got, by name. */
		got: (name: string) =>
			deliveries.filter(({ process }) => process === name).map(({ delivery }) => delivery[0])
	};
}
