// One call and its fate, whatever protocol carries it. It waits until the reply reached the caller, its time ran out, or
// nobody is left who could answer. Later replies do not change a fate.
import { noEffects, type Draft, type Micros, type Step } from '#kernel';
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
			number: event.data.number,
			protocol: event.data.protocol,
			caller: event.data.caller,
			target: event.data.target,
			key: event.data.key,
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
	const isWaiting = call.status === 'waiting';
	if (!isWaiting && event.kind !== 'call.received' && !isCorrection(call, event)) return call;
	const next = draftOf(call);
	switch (event.kind) {
		case 'call.received':
			next.receivedBy = [...call.receivedBy, event.data.server];
			if (isWaiting) next.server = event.data.server;
			next.receivedAt ??= event.at;
			return next;
		case 'call.replied':
			next.server = event.data.server;
			next.repliedAt ??= event.at;
			return next;
		case 'call.answered':
			next.server = event.data.server ?? call.server;
			next.endedAt = event.at;
			next.status = 'answered';
			return next;
		case 'call.timed-out':
		case 'call.orphaned':
			next.endedAt = event.at;
			next.status = event.kind === 'call.orphaned' ? 'orphaned' : 'timed out';
			next.why = event.data.why;
			return next;
	}
}

/** The caller learns by its own clock what was certain before: that no answer will come. */
function isCorrection(call: PendingCallState, event: Recorded<CallEvent>): boolean {
	return call.status === 'orphaned' && event.kind === 'call.timed-out';
}

function draftOf(call: PendingCallState): Draft<PendingCallState> {
	return {
		number: call.number,
		protocol: call.protocol,
		caller: call.caller,
		target: call.target,
		key: call.key,
		startedAt: call.startedAt,
		receivedBy: call.receivedBy,
		server: call.server,
		receivedAt: call.receivedAt,
		repliedAt: call.repliedAt,
		endedAt: call.endedAt,
		status: call.status,
		why: call.why
	};
}
