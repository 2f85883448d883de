// What a person does at a virtual time, as events for the actors concerned. In words: intervention-words.ts.
import { microsFromMs, unreachable, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';
import type {
	BrokerIntervention,
	Intervention,
	LinkIntervention,
	MessageIntervention,
	Scenario,
	SlowIntervention
} from '#scenario';
import { defaultDownMs, defaultMessageMs } from './intervention-words.ts';
import { defaultPollUs, startOf, type StartablePrograms } from './programs.ts';

/** The simulated RabbitMQ on the network. */
export const brokerListener = {
	owner: 'broker:main',
	node: 'broker',
	port: 5672,
	protocol: 'amqp'
} as const;

export interface InterventionTell {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
	/** Not at once but later; 0: behind everything that happens at this instant. */
	readonly delayUs?: Micros;
}

const network: ActorId = 'network:main';

/**
 * The events an intervention consists of, in order. Unknown process names give none.
 * @param index its place among the scenario's interventions
 */
export function tellsOf(
	intervention: Intervention,
	index: number,
	scenario: Scenario,
	programs: StartablePrograms
): readonly InterventionTell[] {
	switch (intervention.do) {
		case 'start':
			return [startOf(scenario, intervention.process)];
		case 'restart': {
			const start = programs.get(intervention.process);
			if (start === undefined) return [];
			return [toProcess(intervention.process, 'process.killed'), start];
		}
		case 'kill':
			return [toProcess(intervention.process, 'process.killed')];
		case 'pause':
			return [toProcess(intervention.process, 'process.paused')];
		case 'continue':
			return [toProcess(intervention.process, 'process.continued')];
		case 'slow':
			return [slow(intervention, scenario, programs)];
		case 'request': {
			const { route, message } = intervention;
			const delivery = ['command', JSON.stringify({ route, message })];
			return [toProcess(intervention.process, 'process.delivery', { delivery })];
		}
		case 'link':
			return linkTells(intervention);
		case 'message':
			return [messageTell(intervention, index)];
		case 'broker':
			return brokerTells(intervention);
		default:
			return unreachable(intervention);
	}
}

function toProcess(name: string, kind: string, data: unknown = {}): InterventionTell {
	return { to: `process:${name}`, kind, data };
}

function slow(
	{ process, factor = 1, extraMs = 0 }: SlowIntervention,
	scenario: Scenario,
	programs: StartablePrograms
): InterventionTell {
	const own = programs.get(process)?.data.pollUs ?? scenario.pollUs ?? defaultPollUs;
	const pollUs = Math.max(Math.round(own * factor), 1);
	return toProcess(process, 'process.slowed', { pollUs, turnUs: microsFromMs(extraMs) });
}

function linkTells(intervention: LinkIntervention): readonly InterventionTell[] {
	const { from, to, both, fault } = intervention;
	const once = fault === 'drop' || fault === 'duplicate';
	const data = {
		fault,
		count: intervention.count ?? (once ? 1 : -1),
		chance: intervention.chance ?? 10_000,
		extraUs: microsFromMs(intervention.extraMs ?? 0)
	};
	const there = { to: network, kind: 'network.faults', data: { from, to, ...data } };
	if (both !== true) return [there];
	return [there, { ...there, data: { from: to, to: from, ...data } }];
}

function messageTell(intervention: MessageIntervention, index: number): InterventionTell {
	const { from, to, connection = 1, method, nth, fault, extraMs = defaultMessageMs } = intervention;
	const isLate = fault === 'delay' || fault === 'reorder';
	const extraUs = isLate ? microsFromMs(extraMs) : 0;
	const data = { from, to, connection, kind: fault, method, nth, extraUs, by: index };
	return { to: network, kind: 'network.message', data };
}

/** A restart: first all connections are closed, behind that the network forgets the broker, later it is back. */
function brokerTells({ what, downMs }: BrokerIntervention): readonly InterventionTell[] {
	const vhost = 'vhost:/';
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
