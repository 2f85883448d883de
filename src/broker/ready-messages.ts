// Putting messages into a queue's ready list and taking them out: by priority, then in order of arrival.
// Arrivals and deliveries at the head cost the same however long the queue is; only coming back to an old place copies.
import { PersistentQueue } from '#kernel';
import type { QueuedMessage, QueueState, ReadyLevel } from './queue-state.ts';

/** With a new arrival at the end of its priority. */
export function pushReady(state: QueueState, queued: QueuedMessage): QueueState {
	return {
		...state,
		ready: change(state.ready, queued.priority, (messages) => messages.push(queued)),
		readyCount: state.readyCount + 1,
		readyBytes: state.readyBytes + queued.message.body.length
	};
}

/** Without its head, which must be there and be `head`. */
export function shiftReady(state: QueueState, head: QueuedMessage): QueueState {
	return {
		...state,
		ready: change(state.ready, head.priority, (messages) => messages.shift()),
		readyCount: state.readyCount - 1,
		readyBytes: state.readyBytes - head.message.body.length
	};
}

/** With messages back in their old places. `returned` is in ascending order of position. */
export function insertReady(state: QueueState, returned: readonly QueuedMessage[]): QueueState {
	let { ready } = state;
	let bytes = 0;
	for (const priority of new Set(returned.map((queued) => queued.priority))) {
		const some = returned.filter((queued) => queued.priority === priority);
		ready = change(ready, priority, (messages) => merge(messages, some));
	}
	for (const queued of returned) bytes += queued.message.body.length;
	return {
		...state,
		ready,
		readyCount: state.readyCount + returned.length,
		readyBytes: state.readyBytes + bytes
	};
}

/** Without any ready message. */
export function clearReady(state: QueueState): QueueState {
	return {
		...state,
		ready: [{ priority: 0, messages: PersistentQueue.empty() }],
		readyCount: 0,
		readyBytes: 0
	};
}

function change(
	levels: readonly ReadyLevel[],
	priority: number,
	by: (messages: PersistentQueue<QueuedMessage>) => PersistentQueue<QueuedMessage>
): readonly ReadyLevel[] {
	const first = levels[0];
	if (levels.length === 1 && first?.priority === priority) {
		return [{ priority, messages: by(first.messages) }];
	}
	const index = levels.findIndex((level) => level.priority <= priority);
	const found = index < 0 ? undefined : levels[index];
	if (found?.priority === priority) {
		return levels.with(index, { priority, messages: by(found.messages) });
	}
	const added = { priority, messages: by(PersistentQueue.empty()) };
	return levels.toSpliced(index < 0 ? levels.length : index, 0, added);
}

function merge(
	messages: PersistentQueue<QueuedMessage>,
	returned: readonly QueuedMessage[]
): PersistentQueue<QueuedMessage> {
	const head = messages.first();
	const last = returned[returned.length - 1];
	if (head === undefined || last === undefined || last.position < head.position) {
		return PersistentQueue.from([...returned, ...messages.toArray()]);
	}
	const merged: QueuedMessage[] = [];
	let next = 0;
	for (const queued of messages) {
		for (
			let back = returned[next];
			back !== undefined && back.position < queued.position;
			back = returned[++next]
		) {
			merged.push(back);
		}
		merged.push(queued);
	}
	merged.push(...returned.slice(next));
	return PersistentQueue.from(merged);
}
