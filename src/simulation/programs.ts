// Which programs a scenario can start and with which arguments: its own processes, and the servers of a Pomelo cluster.
import type { ProcessStarted } from '#cluster/events';
import type { ActorId } from '#kernel/events';
import { pomeloServers, type ProcessSpec, type Scenario, type ServerSpec } from '#scenario';

/** The event that starts a program. */
export interface ProgramStart {
	readonly to: ActorId;
	readonly kind: 'process.started';
	readonly data: ProcessStarted;
}

/** Programs by process name. */
export type StartablePrograms = ReadonlyMap<string, ProgramStart>;

export const defaultPollUs = 100;

/** The start of one of the scenario's own programs. */
export function startOf(scenario: Scenario, spec: ProcessSpec): ProgramStart {
	return {
		to: `process:${spec.name}`,
		kind: 'process.started',
		data: {
			file: spec.file,
			args: spec.args ?? [],
			env: spec.env ?? {},
			role: spec.role ?? (/server|worker|consumer/.test(spec.name) ? 'server' : 'client'),
			serverType: null,
			pollUs: scenario.pollUs ?? defaultPollUs
		}
	};
}

/** The starts of a Pomelo cluster's processes, master first, then in file order; none without a Pomelo application. */
export function clusterStarts(scenario: Scenario): readonly ProgramStart[] {
	if (scenario.pomelo === undefined) return [];
	const { dir } = scenario.pomelo;
	const file = dir === '' ? 'app.js' : `${dir}/app.js`;
	return pomeloServers(scenario.files, scenario.pomelo).map((server) =>
		serverStart(server, file, scenario)
	);
}

function serverStart(server: ServerSpec, file: string, scenario: Scenario): ProgramStart {
	const profile = scenario.pomelo?.profile;
	return {
		to: `process:${server.id}`,
		kind: 'process.started',
		data: {
			file,
			args: server.args,
			env: profile === undefined ? {} : { POMELO_PROFILE: profile },
			role: 'server',
			serverType: server.serverType,
			pollUs: scenario.pollUs ?? defaultPollUs
		}
	};
}

/** Everything that can be started by name: the cluster, the processes, and those that interventions bring in. */
export function startablePrograms(scenario: Scenario): StartablePrograms {
	const programs = new Map<string, ProgramStart>();
	for (const start of clusterStarts(scenario))
		programs.set(start.to.slice('process:'.length), start);
	for (const spec of scenario.processes) programs.set(spec.name, startOf(scenario, spec));
	for (const intervention of scenario.interventions ?? []) {
		if (intervention.do !== 'start') continue;
		programs.set(intervention.process.name, startOf(scenario, intervention.process));
	}
	return programs;
}

/** How many of the programs are started from each file. */
export function copiesOfFiles(programs: StartablePrograms): ReadonlyMap<string, number> {
	const copies = new Map<string, number>();
	for (const { data } of programs.values()) copies.set(data.file, (copies.get(data.file) ?? 0) + 1);
	return copies;
}
