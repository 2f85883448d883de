// What is in a queue at a cursor and who holds what, with the event that brought each message.
import type { QueueState } from '#broker';
import { decodeUtf8, type Trace } from '#trace';
import type { ActorId } from '#kernel/events';
import { detailWords } from '../text/details.ts';

/** A message in a queue. */
export interface QueueEntry {
	readonly messageId: number;
	readonly content: string;
	readonly isRedelivered: boolean;
	/** The event that brought it here. */
	readonly seq: number;
}

/** One who takes messages, and what it has not acknowledged. */
export interface Holder {
	readonly key: string;
	readonly name: string;
	/** `prefetch 1`, `no limit`, `needs no acks` and the like. */
	readonly terms: string;
	readonly held: readonly QueueEntry[];
}

export interface QueueContents {
	/** From the head, at most `entriesMax`. */
	readonly ready: readonly QueueEntry[];
	readonly more: number;
	readonly holders: readonly Holder[];
}

const entriesMax = 20;

/** @param clientOf the process behind a channel */
export function queueContents(
	state: QueueState,
	trace: Trace,
	cursor: number,
	clientOf: (channel: ActorId) => string | undefined
): QueueContents {
	const words = detailWords.now;
	const seqOf = arrivalsIn(state, trace, cursor);
	const entry = (queued: Queued): QueueEntry => ({
		messageId: queued.message.id,
		content: decodeUtf8(queued.message.body),
		isRedelivered: queued.redelivered,
		seq: seqOf(queued.message.id)
	});
	const ready = readyIn(state).slice(0, entriesMax);
	const unacked = [...state.unacked.values()];
	const consumers = [...state.consumers, ...state.blocked].toSorted((a, b) => a.number - b.number);
	const holders = consumers.map((consumer): Holder => {
		const isStandby = state.activeConsumer !== null && state.activeConsumer !== consumer.number;
		const terms = [
			consumer.noAck ? words.noAcks : words.prefetch(consumer.prefetchCount),
			...(consumer.priority === 0 ? [] : [words.priority(consumer.priority)]),
			...(consumer.exclusive ? [words.exclusive] : []),
			...(isStandby ? [words.standsBy] : [])
		];
		return {
			key: String(consumer.number),
			name: clientOf(consumer.channel) ?? words.aClient,
			terms: words.listed(terms),
			held: unacked.filter((item) => item.consumer === consumer.number).map((i) => entry(i.queued))
		};
	});
	const known = new Set(consumers.map(({ number }) => number));
	const others = unacked.filter(({ consumer }) => !known.has(consumer));
	for (const channel of new Set(others.map((item) => item.channel))) {
		holders.push({
			key: channel,
			name: clientOf(channel) ?? words.aClient,
			terms: words.goneHolder,
			held: others.filter((item) => item.channel === channel).map((item) => entry(item.queued))
		});
	}
	return { ready: ready.map(entry), more: state.readyCount - ready.length, holders };
}

type Queued = ReturnType<typeof readyIn>[number];

function readyIn(state: QueueState) {
	return state.ready.flatMap(({ messages }) => [...messages]);
}

/** Looks up the event that brought a message to a queue, the newest one before the cursor. */
function arrivalsIn(
	{ definition }: QueueState,
	trace: Trace,
	cursor: number
): (messageId: number) => number {
	const seqs = trace.seqsOfKind('queue.enqueued');
	const actor = `queue:${definition.name}`;
	return (messageId) => {
		for (let at = seqs.length - 1; at >= 0; at--) {
			const seq = seqs[at] ?? 0;
			if (seq < messageId) break;
			const event = trace.event(seq);
			if (seq >= cursor || event.actor !== actor) continue;
			if (event.kind === 'queue.enqueued' && event.data.message.id === messageId) return seq;
		}
		return messageId;
	};
}
