// Putting messages into a queue's ready list and taking them out: by priority, then in order of arrival.
// Arrivals and deliveries at the head cost the same however long the queue is; only coming back to an old place copies.
import { PersistentQueue } from '#kernel';
import type { QueueDraft, QueuedMessage, ReadyLevel } from './queue-state.ts';

type Messages = PersistentQueue<QueuedMessage>;

/** Puts a new arrival at the end of its priority. */
export function pushReady(queue: QueueDraft, queued: QueuedMessage): void {
	const messages = levelOf(queue.ready, queued.priority);
	queue.ready = withLevel(queue.ready, queued.priority, messages.push(queued));
	queue.readyCount += 1;
	queue.readyBytes += queued.message.body.length;
}

/** Takes the head, which must be `head`. */
export function shiftReady(queue: QueueDraft, head: QueuedMessage): void {
	const messages = levelOf(queue.ready, head.priority);
	queue.ready = withLevel(queue.ready, head.priority, messages.shift());
	queue.readyCount -= 1;
	queue.readyBytes -= head.message.body.length;
}

/** Puts messages back in their old places. `returned` is in ascending order of position. */
export function insertReady(queue: QueueDraft, returned: readonly QueuedMessage[]): void {
	for (const priority of new Set(returned.map((queued) => queued.priority))) {
		const some = returned.filter((queued) => queued.priority === priority);
		const merged = merge(levelOf(queue.ready, priority), some);
		queue.ready = withLevel(queue.ready, priority, merged);
	}
	queue.readyCount += returned.length;
	for (const queued of returned) queue.readyBytes += queued.message.body.length;
}

/** Takes every ready message. */
export function clearReady(queue: QueueDraft): void {
	queue.ready = [{ priority: 0, messages: PersistentQueue.empty() }];
	queue.readyCount = 0;
	queue.readyBytes = 0;
}

function levelOf(levels: readonly ReadyLevel[], priority: number): Messages {
	for (const level of levels) if (level.priority === priority) return level.messages;
	return PersistentQueue.empty();
}

function withLevel(
	levels: readonly ReadyLevel[],
	priority: number,
	messages: Messages
): readonly ReadyLevel[] {
	const changed = { priority, messages };
	if (levels.length === 1 && levels[0]?.priority === priority) return [changed];
	const index = levels.findIndex((level) => level.priority <= priority);
	if (index < 0) return [...levels, changed];
	if (levels[index]?.priority === priority) return levels.with(index, changed);
	return levels.toSpliced(index, 0, changed);
}

function merge(messages: Messages, returned: readonly QueuedMessage[]): Messages {
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
