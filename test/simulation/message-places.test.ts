// Every message the broker took in is, whenever time moves on, in exactly one place: ready in its queue, unacknowledged on
// one channel, or ended with a recorded reason. Whatever is killed, dropped or duplicated on the way.
import { describe, expect, it } from 'vitest';
import { readyMessages } from '#broker';
import { queues, Trace, type TraceEvent, type World } from '#trace';
import { chaosScenario } from '../support/chaos.ts';
import { simulate } from '../support/simulate.ts';

/** Ids of messages an event ends, with the reason; the queue's own end is judged from the world. */
function ended(event: TraceEvent): readonly number[] {
	switch (event.kind) {
		case 'exchange.unroutable':
		case 'queue.dropped':
		case 'queue.expired':
			return [event.data.messageId];
		case 'queue.acked':
		case 'queue.rejected':
			return event.data.deliveries.map(({ messageId }) => messageId);
		case 'queue.delivered':
		case 'queue.got':
			return event.data.noAck ? [event.data.message.id] : [];
		default:
			return [];
	}
}

/** Where each message is in a world, as many times as it is there. */
function places(world: World): Map<number, string[]> {
	const found = new Map<number, string[]>();
	const put = (id: number, place: string) => {
		found.set(id, [...(found.get(id) ?? []), place]);
	};
	for (const queue of queues(world)) {
		for (const { message } of readyMessages(queue))
			put(message.id, `ready in ${queue.definition.name}`);
		for (const { queued } of queue.unacked.values()) {
			put(queued.message.id, `unacked from ${queue.definition.name}`);
		}
	}
	return found;
}

describe('messages under chaos', () => {
	it.each([11, 12, 13, 14])(
		'are each in exactly one place at every moment (seed %i)',
		async (seed) => {
			const { events } = await simulate(chaosScenario(seed));
			const trace = new Trace();
			trace.append(events);
			const living = new Map<number, string>();
			for (const event of events) {
				if (event.kind === 'exchange.publish') living.set(event.seq, 'published');
				if (event.kind === 'queue.enqueued') living.set(event.data.message.id, event.actor);
				for (const id of ended(event)) living.delete(id);
				if (events[event.seq + 1]?.at === event.at) continue;
				const world = trace.worldAt(event.seq + 1);
				const now = places(world);
				for (const [id, places] of now) {
					expect(places, `message ${String(id)} at event ${String(event.seq)}`).toHaveLength(1);
					expect(living.has(id), `message ${String(id)} had ended before ${places.join()}`).toBe(
						true
					);
				}
				for (const [id, queue] of living) {
					if (now.has(id)) continue;
					// Its queue is gone, and the message with it: the deletion is the recorded reason.
					expect(
						world.actors.has(queue as `queue:${string}`),
						`message ${String(id)} of ${queue}`
					).toBe(false);
					living.delete(id);
				}
			}
			expect(events.filter(({ kind }) => kind === 'exchange.publish').length).toBeGreaterThan(40);
		}
	);
});
