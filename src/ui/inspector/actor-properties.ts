// An actor's state as rows of words. Pure; what is not set is left out.
import type { ConnectionState, ExchangeState, QueueState } from '#broker';
import type { ProcessState } from '#cluster';
import type { PendingCallState } from '#rpc';
import { actorsOfKind, type World } from '#trace';
import { formatMicros, formatSpan } from '../shared/format-time.ts';
import type { InspectorWords } from '../text/inspector.ts';

/** A name and a value; `mono` for code, ids and arguments. */
export interface Property {
	readonly name: string;
	readonly value: string;
	readonly mono?: boolean;
}

export function processProperties(state: ProcessState, zeroUs: number): readonly Property[] {
	const exit = state.exit;
	return rows(
		['State', stateWords(state)],
		['Program', [state.file, ...state.args].join(' '), true],
		['Server type', state.serverType],
		['Started at', formatMicros(state.startedAt - zeroUs)],
		['Life', state.life > 1 ? `number ${String(state.life)}` : null],
		['Ended', exit === null ? null : (exit.reason ?? `exit code ${String(exit.code)}`)],
		['Waiting deliveries', state.inbox.length > 0 ? String(state.inbox.length) : null],
		['Turns', String(state.turns)],
		['Computed', formatSpan(state.polls * state.pollUs)],
		['Listens on', [...state.listeners.keys()].join(', ') || null],
		['Sockets', String(state.sockets.size)]
	);
}

export function queueProperties(state: QueueState): readonly Property[] {
	const { counters } = state;
	return rows(
		['Ready', String(state.readyCount)],
		['Unacknowledged', String(state.unacked.size)],
		['Consumers', String(state.consumers.length + state.blocked.length)],
		['Messages so far', String(counters.enqueued)],
		['Acknowledged', String(counters.acked)],
		['Requeued', counters.requeued > 0 ? String(counters.requeued) : null],
		['Expired', counters.expired > 0 ? String(counters.expired) : null],
		['Dropped', counters.dropped > 0 ? String(counters.dropped) : null]
	);
}

export function exchangeProperties({
	definition,
	published,
	unroutable
}: ExchangeState): readonly Property[] {
	return rows(
		['Type', definition.name === '' ? 'default' : definition.type],
		['Durable', yes(definition.durable)],
		['Auto-delete', yes(definition.autoDelete)],
		['Internal', yes(definition.internal)],
		['Alternate exchange', definition.alternate],
		['Messages so far', String(published)],
		['Found no queue', unroutable > 0 ? String(unroutable) : null]
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

export function callProperties(call: PendingCallState, zeroUs: number): readonly Property[] {
	const since = (us: number | null): string | null =>
		us === null ? null : formatMicros(us - zeroUs);
	return rows(
		['Fate', call.why === null ? call.status : `${call.status}: ${call.why}`],
		['Caller', call.caller],
		['Asked for', call.target, true],
		['Server', call.server],
		[call.protocol === 'amqp' ? 'Correlation id' : 'Message id', call.key, true],
		['Sent at', since(call.startedAt)],
		['Received at', since(call.receivedAt)],
		['Answered by the server at', since(call.repliedAt)],
		['Ended at', since(call.endedAt)],
		['Round trip', call.endedAt === null ? null : formatSpan(call.endedAt - call.startedAt)]
	);
}

function stateWords(state: ProcessState): string {
	if (state.status !== 'running') return state.status;
	return state.busy === null ? 'idle' : 'busy';
}

function yes(claim: boolean): string | null {
	return claim ? 'yes' : null;
}

function rows(
	...candidates: readonly (readonly [string, string | null, true?])[]
): readonly Property[] {
	return candidates.flatMap(([name, value, mono]) =>
		value === null ? [] : [{ name, value, ...(mono === true ? { mono } : {}) }]
	);
}
