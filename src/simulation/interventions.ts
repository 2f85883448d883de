// What a person does at a virtual time, as words for the trace and as events for the actors concerned.
import { microsFromMs, unreachable, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { Intervention, Scenario } from '#scenario';
import { startOf, type StartablePrograms } from './programs.ts';

/** The simulated RabbitMQ on the network. */
export const brokerListener = {
	owner: 'broker:main',
	node: 'broker',
	port: 5672,
	protocol: 'amqp'
} as const;

/** How long a restarted broker is down unless the scenario says. */
const defaultDownMs = 1000;

export interface InterventionTell {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
	/** Not at once but later; 0: behind everything that happens at this instant. */
	readonly delayUs?: Micros;
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
		case 'broker':
			return brokerWords(intervention);
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
		case 'broker':
			return brokerTells(intervention);
		default:
			return unreachable(intervention);
	}
}

type BrokerIntervention = Extract<Intervention, { do: 'broker' }>;

function brokerWords({ what, downMs }: BrokerIntervention): string {
	switch (what) {
		case 'restart':
			return `restarts the broker (down for ${String(downMs ?? defaultDownMs)} ms)`;
		case 'memory-alarm':
			return 'lets the broker run low on memory';
		case 'memory-clear':
			return 'gives the broker memory again';
		default:
			return unreachable(what);
	}
}

/** A restart: first all connections are closed, behind that the network forgets the broker, later it is back. */
function brokerTells({ what, downMs }: BrokerIntervention): readonly InterventionTell[] {
	const vhost = 'vhost:/';
	const network = 'network:main';
	if (what !== 'restart') {
		return [{ to: vhost, kind: 'vhost.alarm', data: { on: what === 'memory-alarm' } }];
	}
	const downUs = microsFromMs(downMs ?? defaultDownMs);
	const { owner } = brokerListener;
	return [
		{ to: vhost, kind: 'vhost.stopping', data: {} },
		{ to: network, kind: 'network.gone', data: { owner }, delayUs: 0 },
		{ to: vhost, kind: 'vhost.stopped', data: {}, delayUs: 0 },
		{ to: vhost, kind: 'vhost.started', data: {}, delayUs: downUs },
		{ to: network, kind: 'network.listen', data: brokerListener, delayUs: downUs }
	];
}

function kill(name: string): InterventionTell {
	return { to: `process:${name}`, kind: 'process.killed', data: {} };
}
