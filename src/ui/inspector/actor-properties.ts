// An actor's state as rows of words. Pure; what is not set is left out.
import type { ConnectionState, ExchangeState, QueueState } from '#broker';
import type { ProcessState } from '#cluster';
import type { PendingCallState } from '#rpc';
import { actorsOfKind, type World } from '#trace';
import { formatMicros, formatSpan } from '../shared/format-time.ts';
import type { DetailWords } from '../text/details.ts';
import type { InspectorWords } from '../text/inspector.ts';

/** A name and a value; `mono` for code, ids and arguments. */
export interface Property {
	readonly name: string;
	readonly value: string;
	readonly mono?: boolean;
}

export function processProperties(
	state: ProcessState,
	zeroUs: number,
	words: DetailWords
): readonly Property[] {
	const { names } = words;
	const exit = state.exit;
	return rows(
		[names.state, words.said(stateOf(state))],
		[names.program, [state.file, ...state.args].join(' '), true],
		[names.serverType, state.serverType],
		[names.startedAt, formatMicros(state.startedAt - zeroUs)],
		[names.life, state.life > 1 ? words.lifeNumber(state.life) : null],
		[names.ended, exit === null ? null : endWords(exit, words)],
		[names.inbox, state.inbox.length > 0 ? String(state.inbox.length) : null],
		[names.turns, String(state.turns)],
		[names.computed, formatSpan(state.polls * state.pollUs)],
		[names.listensOn, [...state.listeners.keys()].join(', ') || null],
		[names.sockets, String(state.sockets.size)]
	);
}

export function queueProperties(state: QueueState, { names }: DetailWords): readonly Property[] {
	const { counters } = state;
	return rows(
		[names.ready, String(state.readyCount)],
		[names.unacknowledged, String(state.unacked.size)],
		[names.consumers, String(state.consumers.length + state.blocked.length)],
		[names.soFar, String(counters.enqueued)],
		[names.acknowledged, String(counters.acked)],
		[names.requeued, counters.requeued > 0 ? String(counters.requeued) : null],
		[names.expired, counters.expired > 0 ? String(counters.expired) : null],
		[names.dropped, counters.dropped > 0 ? String(counters.dropped) : null]
	);
}

export function exchangeProperties(
	{ definition, published, unroutable }: ExchangeState,
	words: DetailWords
): readonly Property[] {
	const { names } = words;
	const yes = (claim: boolean): string | null => (claim ? words.yes : null);
	return rows(
		[names.type, definition.name === '' ? 'default' : definition.type],
		[names.durable, yes(definition.durable)],
		[names.autoDelete, yes(definition.autoDelete)],
		[names.internal, yes(definition.internal)],
		[names.alternate, definition.alternate],
		[names.soFar, String(published)],
		[names.noQueue, unroutable > 0 ? String(unroutable) : null]
	);
}

/** The connections of a process to the broker, as the broker has them now. */
export function connectionsOf(world: World, process: string): readonly ConnectionState[] {
	return actorsOfKind(world, 'connection')
		.map(({ state }) => state)
		.filter(({ peer }) => peer === process);
}

export function connectionProperties(
	{ status, peer, user, channels, alarm, failure }: ConnectionState,
	words: InspectorWords
): readonly Property[] {
	return rows(
		[words.state, status],
		[words.client, peer],
		[words.user, user === '' ? null : user],
		[words.channels, channels.length === 0 ? null : channels.join(', ')],
		[words.blocked, alarm === 'off' ? null : alarm],
		[words.closedBecause, failure === null ? null : failure.text]
	);
}

export function callProperties(
	call: PendingCallState,
	zeroUs: number,
	words: DetailWords
): readonly Property[] {
	const { names } = words;
	const fate = words.said(call.status);
	const since = (us: number | null): string | null =>
		us === null ? null : formatMicros(us - zeroUs);
	return rows(
		[names.fate, call.why === null ? fate : words.fateWhy(fate, words.said(call.why))],
		[names.caller, call.caller],
		[names.askedFor, call.target, true],
		[names.server, call.server],
		[call.protocol === 'amqp' ? names.correlationId : names.messageId, call.key, true],
		[names.sentAt, since(call.startedAt)],
		[names.receivedAt, since(call.receivedAt)],
		[names.repliedAt, since(call.repliedAt)],
		[names.endedAt, since(call.endedAt)],
		[names.roundTrip, call.endedAt === null ? null : formatSpan(call.endedAt - call.startedAt)]
	);
}

function stateOf(state: ProcessState): string {
	if (state.status !== 'running') return state.status;
	return state.busy === null ? 'idle' : 'busy';
}

function endWords({ reason, code }: NonNullable<ProcessState['exit']>, words: DetailWords): string {
	return reason === null ? words.exitCode(String(code)) : words.said(reason);
}

function rows(
	...candidates: readonly (readonly [string, string | null, true?])[]
): readonly Property[] {
	return candidates.flatMap(([name, value, mono]) =>
		value === null ? [] : [{ name, value, ...(mono === true ? { mono } : {}) }]
	);
}
