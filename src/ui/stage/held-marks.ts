// Which messages each process has got and not acknowledged, by their marks, oldest first. Pure.
import { actorsOfKind, type World } from '#trace';
import type { ActorId } from '#kernel/events';
import type { Mark } from '../shared/message-marks.ts';

/**
 * Process name to the marks of what it holds.
 * @param markOf the mark of a message, from the broker's id of it
 * @param clientOf the process behind a channel
 */
export function heldMarks(
	world: World,
	markOf: (messageId: number) => Mark | null,
	clientOf: (channel: ActorId) => string | undefined
): ReadonlyMap<string, readonly Mark[]> {
	const held = new Map<string, Mark[]>();
	for (const { state } of actorsOfKind(world, 'queue')) {
		for (const { queued, channel } of state.unacked.values()) {
			const mark = markOf(queued.message.id);
			const client = clientOf(channel);
			if (mark === null || client === undefined) continue;
			const marks = held.get(client);
			if (marks === undefined) held.set(client, [mark]);
			else marks.push(mark);
		}
	}
	return held;
}
