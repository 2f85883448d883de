// Every actor kind and its step: the one table that the run and the fold share. Also tells what arrives on a link to whom.
import { brokerLogic, decodeFrame } from '#broker';
import { decodeRegistryFrame, networkStep, processStep, registryStep } from '#cluster';
import {
	actorKind,
	actorName,
	createLinkStep,
	noEffects,
	tell,
	type LinkState,
	type LogicTable,
	type Step
} from '#kernel';
import type { ActorId, Payload, Recorded } from '#kernel/events';
import { pendingCallStep } from '#rpc';
import type { RunEvent } from './trace-event.ts';

/** What the run knows of itself. Actor `run:main`. */
export interface RunState {
	readonly seed: number;
	readonly startDateMs: number;
	/** Virtual time of the scenario's time 0; null until it has come. */
	readonly timeZero: number | null;
	readonly interventions: number;
	readonly ended: string | null;
}

function runStep(state: RunState | undefined, event: Recorded<RunEvent>): Step<RunState> {
	if (event.kind === 'run.began') {
		return {
			state: { ...event.data, timeZero: null, interventions: 0, ended: null },
			effects: noEffects
		};
	}
	if (state === undefined) return { state, effects: noEffects };
	switch (event.kind) {
		case 'run.time-zero':
			return { state: { ...state, timeZero: event.at }, effects: noEffects };
		case 'run.intervention':
			return {
				state: { ...state, interventions: state.interventions + 1 },
				effects: event.data.tells.map(({ to, kind, data, delayUs }) =>
					delayUs === undefined
						? tell(to, kind, data)
						: { type: 'after', key: '', delayUs, to, kind, data }
				)
			};
		case 'run.ended':
			return { state: { ...state, ended: event.data.why }, effects: noEffects };
		case 'run.boot-overdue':
		case 'run.limit':
			return { state, effects: noEffects };
	}
}

interface Told {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
}

function receive(link: LinkState, payload: Payload): Told {
	switch (actorKind(link.to)) {
		case 'connection':
			return decodeFrame(link.socket, payload);
		case 'registry':
			return decodeRegistryFrame(link, payload);
		default:
			return {
				to: link.to,
				kind: 'process.delivery',
				data: { delivery: ['data', link.toSocketId, payload] }
			};
	}
}

function receiveEnd(link: LinkState, why: string): Told {
	switch (actorKind(link.to)) {
		case 'connection':
			return { to: link.to, kind: 'connection.lost', data: { why } };
		case 'registry':
			return { to: link.to, kind: 'registry.lost', data: { socket: link.socket, why } };
		default:
			return {
				to: link.to,
				kind: 'process.delivery',
				data: { delivery: ['closed', link.toSocketId] }
			};
	}
}

/** Steps by actor kind. */
export const actorLogic: LogicTable = {
	...brokerLogic,
	run: runStep,
	process: processStep,
	network: networkStep,
	registry: registryStep,
	link: createLinkStep(receive, receiveEnd),
	call: pendingCallStep
};

/** Kinds of which a run has thousands, or that take thousands of events: what a student reads as a life cycle is not among them. */
export const plainKinds: ReadonlySet<string> = new Set(['link', 'call', 'queue', 'exchange']);

/** The name of the process behind an actor id such as `process:client`; null for other actors. */
export function processName(actor: ActorId): string | null {
	return actorKind(actor) === 'process' ? actorName(actor) : null;
}
