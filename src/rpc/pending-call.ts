// One call and its fate, whatever protocol carries it. It waits until the reply reached the caller, its time ran out, or
// nobody is left who could answer. Later replies do not change a fate.
import { noEffects, type Micros, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import type { CallEvent, CallProtocol, CallStatus } from './events.ts';

export interface PendingCallState {
	readonly number: number;
	readonly protocol: CallProtocol;
	readonly caller: string;
	readonly target: string;
	/** Correlation id or message id. */
	readonly key: string;
	readonly startedAt: Micros;
	/** Servers that received the request, in order; more than one after a redelivery. */
	readonly receivedBy: readonly string[];
	/** The server whose reply counted, or that answered first; null while unknown. */
	readonly server: string | null;
	readonly receivedAt: Micros | null;
	readonly repliedAt: Micros | null;
	readonly endedAt: Micros | null;
	readonly status: CallStatus;
	/** Why it ended, when it was not answered. */
	readonly why: string | null;
}

/** All stray replies of a run, newest last. Actor `call:stray`. */
export interface StrayRepliesState {
	readonly strays: readonly {
		readonly at: Micros;
		readonly seq: number;
		readonly data: Extract<CallEvent, { kind: 'call.stray-reply' }>['data'];
	}[];
}

/** The pending-call actor's step; `call:stray` keeps the replies that match nothing. */
export function pendingCallStep(
	state: PendingCallState | StrayRepliesState | undefined,
	event: Recorded<CallEvent>
): Step<PendingCallState | StrayRepliesState> {
	if (event.kind === 'call.stray-reply') {
		const strays = state !== undefined && 'strays' in state ? state.strays : [];
		const stray = { at: event.at, seq: event.seq, data: event.data };
		return { state: { strays: [...strays, stray] }, effects: noEffects };
	}
	if (event.kind === 'call.started') {
		const waiting: PendingCallState = {
			...event.data,
			startedAt: event.at,
			receivedBy: [],
			server: null,
			receivedAt: null,
			repliedAt: null,
			endedAt: null,
			status: 'waiting',
			why: null
		};
		return { state: waiting, effects: noEffects };
	}
	if (state === undefined || 'strays' in state) return { state, effects: noEffects };
	return { state: follow(state, event), effects: noEffects };
}

function follow(
	call: PendingCallState,
	event: Exclude<Recorded<CallEvent>, { kind: 'call.started' | 'call.stray-reply' }>
): PendingCallState {
	switch (event.kind) {
		case 'call.received':
			return {
				...call,
				receivedBy: [...call.receivedBy, event.data.server],
				server: call.status === 'waiting' ? event.data.server : call.server,
				receivedAt: call.receivedAt ?? event.at
			};
		case 'call.replied':
			if (call.status !== 'waiting') return call;
			return { ...call, server: event.data.server, repliedAt: call.repliedAt ?? event.at };
		case 'call.answered':
			if (call.status !== 'waiting') return call;
			return {
				...call,
				server: event.data.server ?? call.server,
				endedAt: event.at,
				status: 'answered'
			};
		case 'call.timed-out':
			if (call.status !== 'waiting') return call;
			return { ...call, endedAt: event.at, status: 'timed out', why: event.data.why };
		case 'call.orphaned':
			if (call.status !== 'waiting') return call;
			return { ...call, endedAt: event.at, status: 'orphaned', why: event.data.why };
	}
}
