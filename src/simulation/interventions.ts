// What a person does at a virtual time, as words for the trace and as events for the actors concerned.
import { microsFromMs, unreachable } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { Intervention, Scenario } from '#scenario';
import { startOf, type StartablePrograms } from './programs.ts';

export interface InterventionTell {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
}

/** In one sentence what the intervention does. */
export function describeIntervention(intervention: Intervention): string {
	switch (intervention.do) {
		case 'start': {
			const { name, file, args } = intervention.process;
			return `starts ${name} (${[file, ...(args ?? [])].join(' ')})`;
		}
		case 'restart':
			return `restarts ${intervention.process}`;
		case 'kill':
			return `kills ${intervention.process}`;
		case 'request':
			return `has ${intervention.process} request ${intervention.route}`;
		case 'link': {
			const wire = `the wire from ${intervention.from} to ${intervention.to}`;
			if (intervention.fault === 'cut') return `cuts ${wire}`;
			if (intervention.fault === 'mend') return `mends ${wire}`;
			return `makes ${wire} ${intervention.fault} messages`;
		}
		default:
			return unreachable(intervention);
	}
}

/** The events an intervention consists of, in order. Unknown process names give none. */
export function tellsOf(
	intervention: Intervention,
	scenario: Scenario,
	programs: StartablePrograms
): readonly InterventionTell[] {
	switch (intervention.do) {
		case 'start':
			return [startOf(scenario, intervention.process)];
		case 'restart': {
			const start = programs.get(intervention.process);
			if (start === undefined) return [];
			return [kill(intervention.process), start];
		}
		case 'kill':
			return [kill(intervention.process)];
		case 'request': {
			const { route, message } = intervention;
			const delivery = ['command', JSON.stringify({ route, message })];
			return [
				{ to: `process:${intervention.process}`, kind: 'process.delivery', data: { delivery } }
			];
		}
		case 'link': {
			const { from, to, fault } = intervention;
			const once = fault === 'drop' || fault === 'duplicate';
			const data = {
				from,
				to,
				fault,
				count: intervention.count ?? (once ? 1 : -1),
				chance: intervention.chance ?? 10_000,
				extraUs: microsFromMs(intervention.extraMs ?? 0)
			};
			return [{ to: 'network:main', kind: 'network.faults', data }];
		}
		default:
			return unreachable(intervention);
	}
}

function kill(name: string): InterventionTell {
	return { to: `process:${name}`, kind: 'process.killed', data: {} };
}
