// What an AMQP channel holds, and the ways of saying something to its client.
import { OrderedMap, tell, type Draft, type Effect, type RandomState, type Step } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { BrokerVersion } from './broker-version.ts';
import { nextAmqpChannelStatus, type AmqpChannelStatus } from './channel-machine.ts';
import { queueId } from './definitions.ts';
import { endsConnection, refusal, type Refusal } from './errors.ts';
import type { Asker, ChannelMethod, UnackedDelivery } from './events.ts';
import type { ConfirmState } from './publisher-confirms.ts';
import { methodIds, type MethodName } from './reply-codes.ts';

/** A consumer as its channel knows it. The queue knows the rest. */
export interface ChannelConsumer {
	readonly queue: string;
	readonly noAck: boolean;
}

/** The data of a basic.publish that waits. */
export type HeldPublish = Extract<ChannelMethod, { kind: 'basic.publish' }>['data'];

export interface AmqpChannelState {
	readonly id: ActorId;
	readonly number: number;
	readonly connection: ActorId;
	readonly linkOut: ActorId;
	/** Who is logged in. */
	readonly user: string;
	/** The broker's release. */
	readonly version: BrokerVersion;
	/** The broker is low on memory: what is published waits. */
	readonly alarm: boolean;
	/** What was published during the alarm. */
	readonly held: readonly HeldPublish[];
	readonly status: AmqpChannelStatus;
	readonly random: RandomState;
	/** The newest delivery tag given out; 0 before the first. */
	readonly deliveryTag: number;
	/** By delivery tag. */
	readonly unacked: OrderedMap<UnackedDelivery>;
	/** How many of these came through consumers (not basic.get). */
	readonly heldByConsumers: number;
	readonly consumers: ReadonlyMap<string, ChannelConsumer>;
	/** For consumers started from now on; 0: no limit. */
	readonly prefetchCount: number;
	/** For all consumers of the channel together; 0: no limit. */
	readonly sharedPrefetchCount: number;
	/** Leaves given to queues and not used yet (shared prefetch only). */
	readonly credits: number;
	/** Queues that were denied leave and hear when there is room. */
	readonly deniedQueues: readonly string[];
	/** Messages of basic.get that count for the shared limit, because they were unacknowledged when it began. */
	readonly askedFor: number;
	/** What the empty queue name stands for; '' before the first declaration. */
	readonly lastQueue: string;
	/** null: not a confirm channel. */
	readonly confirms: ConfirmState | null;
	/** The consumer of direct replies, or null. */
	readonly replyConsumer: { readonly consumerTag: string; readonly key: string } | null;
	/** Why the broker closed it, or null. */
	readonly failure: Refusal | null;
}

/** A copy to change; see Draft. */
export function channelDraft(state: AmqpChannelState): Draft<AmqpChannelState> {
	return {
		id: state.id,
		number: state.number,
		connection: state.connection,
		linkOut: state.linkOut,
		user: state.user,
		version: state.version,
		alarm: state.alarm,
		held: state.held,
		status: state.status,
		random: state.random,
		deliveryTag: state.deliveryTag,
		unacked: state.unacked,
		heldByConsumers: state.heldByConsumers,
		consumers: state.consumers,
		prefetchCount: state.prefetchCount,
		sharedPrefetchCount: state.sharedPrefetchCount,
		credits: state.credits,
		deniedQueues: state.deniedQueues,
		askedFor: state.askedFor,
		lastQueue: state.lastQueue,
		confirms: state.confirms,
		replyConsumer: state.replyConsumer,
		failure: state.failure
	};
}

/** The state with other deliveries outstanding. */
export function withDeliveries(
	state: AmqpChannelState,
	deliveryTag: number,
	unacked: OrderedMap<UnackedDelivery>,
	heldByConsumers: number,
	credits: number
): AmqpChannelState {
	const after = channelDraft(state);
	after.deliveryTag = deliveryTag;
	after.unacked = unacked;
	after.heldByConsumers = heldByConsumers;
	after.credits = credits;
	return after;
}

/** Sends a method to the client: `[method, channel, ...fields]`. */
export function sendMethod(state: AmqpChannelState, method: string, ...fields: Payload): Effect {
	return tell(state.linkOut, 'link.sent', { payload: [method, state.number, ...fields] });
}

/** A channel error closes the channel, a connection error the connection. */
export function refuse(state: AmqpChannelState, why: Refusal): Step<AmqpChannelState> {
	if (endsConnection(why.code)) {
		return { state, effects: [tell(state.connection, 'connection.failed', why)] };
	}
	const [classId, methodId] = methodIds[why.method];
	return {
		state: {
			...emptied(state),
			status: nextAmqpChannelStatus(state.status, 'fail'),
			failure: why
		},
		effects: [
			...leaveQueues(state),
			sendMethod(state, 'channel.close', why.code, why.text, classId, methodId)
		]
	};
}

/** Tells every queue it deals with that it is over. They take back what was not acknowledged. */
export function leaveQueues(state: AmqpChannelState): Effect[] {
	const queues = new Set<string>();
	for (const consumer of state.consumers.values()) queues.add(consumer.queue);
	for (const delivery of state.unacked.values()) queues.add(delivery.queue);
	return Array.from(queues, (queue) =>
		tell(queueId(queue), 'queue.channel-gone', { channel: state.id })
	);
}

/** Who is to be answered when another actor carries an operation out. */
export function asker(state: AmqpChannelState): Asker {
	return { channel: state.id, connection: state.connection };
}

/** Hands an operation to a queue; the empty name means the queue this channel declared last. */
export function onQueue(
	state: AmqpChannelState,
	name: string,
	method: MethodName,
	effect: (queue: string) => Effect
): Step<AmqpChannelState> {
	const queue = name === '' ? state.lastQueue : name;
	if (queue === '') return refuse(state, refusal(404, 'no previously declared queue', method));
	return { state, effects: [effect(queue)] };
}

function emptied(state: AmqpChannelState): AmqpChannelState {
	return {
		...state,
		unacked: OrderedMap.empty(),
		heldByConsumers: 0,
		consumers: new Map(),
		deniedQueues: [],
		askedFor: 0,
		credits: 0,
		replyConsumer: null
	};
}
