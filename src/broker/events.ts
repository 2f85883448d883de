// What the broker's actors can be told. Types only. Methods a client sends keep their AMQP names; what the broker sends is
// a `link.sent` event told to the link to the client; the rest is what the broker's actors tell each other.
// Each kind is told to one actor kind only. Method numbers, `nowait`, `ticket` and heartbeats do not exist here.
import type { ActorId, Payload } from '#kernel/events';
import type { BrokerVersion } from './broker-version.ts';
import type { Binding, ExchangeDefinition, QueueDefinition } from './definitions.ts';
import type { Refusal } from './errors.ts';
import type { Message, Properties } from './message.ts';

/** One union member per kind, so that a kind names its data. */
type Told<K extends string, D> = K extends string
	? { readonly kind: K; readonly data: Readonly<D> }
	: never;
type Nothing = Record<string, never>;

// --- connection:<n> ---------------------------------------------------------------------------------------------------

export type ConnectionEvent =
	/** A client's socket was accepted. `linkIn` and `linkOut` carry what the client and the broker send; `peer` is the client's process. */
	| Told<'connection.accepted', { socket: number; linkIn: ActorId; linkOut: ActorId; peer: string }>
	/** The client closed the socket or vanished. */
	| Told<'connection.lost', { why: string }>
	| Told<'protocol.header', Nothing>
	| Told<'connection.start-ok', { mechanism: string; user: string; password: string }>
	| Told<'connection.tune-ok', { channelMax: number; frameMax: number; heartbeat: number }>
	| Told<'connection.open', { vhost: string }>
	| Told<'connection.close', { code: number; text: string }>
	| Told<'connection.close-ok', Nothing>
	| Told<'channel.open', { channel: number }>
	/** The virtual host let it in; names drawn on this connection come from this seed. */
	| Told<'connection.admitted', { seed: number; version: BrokerVersion; alarm: boolean }>
	/** The memory alarm begins or ends. */
	| Told<'connection.alarm', { on: boolean }>
	/** One of its channels has begun to publish during the alarm. */
	| Told<'connection.publishing', Nothing>
	/** One of its channels is over and its number free. */
	| Told<'connection.channel-closed', { channel: number }>
	/** Something done on it, or on one of its channels, was a connection error. */
	| Told<'connection.failed', Refusal>;

// --- channel:<n>/<ch> -------------------------------------------------------------------------------------------------

/** A message the client has to acknowledge. */
export interface UnackedDelivery {
	/** Counts from 1 on its channel. */
	readonly deliveryTag: number;
	readonly queue: string;
	/** Where the message stood in its queue: its identity there. */
	readonly position: number;
	readonly messageId: number;
	/** null for basic.get. */
	readonly consumerTag: string | null;
	/** The queue's own number of the consumer; 0 for basic.get. */
	readonly consumer: number;
}

/** Methods the client sends on a channel. */
export type ChannelMethod =
	| Told<'channel.close', { code: number; text: string }>
	| Told<'channel.close-ok', Nothing>
	| Told<
			'exchange.declare',
			{
				exchange: string;
				type: string;
				passive: boolean;
				durable: boolean;
				autoDelete: boolean;
				internal: boolean;
				arguments: string | null;
			}
	  >
	| Told<'exchange.delete', { exchange: string; ifUnused: boolean }>
	| Told<
			'exchange.bind' | 'exchange.unbind',
			{ destination: string; source: string; routingKey: string; arguments: string | null }
	  >
	| Told<
			'queue.declare',
			{
				queue: string;
				passive: boolean;
				durable: boolean;
				exclusive: boolean;
				autoDelete: boolean;
				arguments: string | null;
			}
	  >
	| Told<
			'queue.bind' | 'queue.unbind',
			{ queue: string; exchange: string; routingKey: string; arguments: string | null }
	  >
	| Told<'queue.purge', { queue: string }>
	| Told<'queue.delete', { queue: string; ifUnused: boolean; ifEmpty: boolean }>
	| Told<'basic.qos', { prefetchCount: number; global: boolean }>
	| Told<
			'basic.consume',
			{
				queue: string;
				consumerTag: string;
				noAck: boolean;
				exclusive: boolean;
				arguments: string | null;
			}
	  >
	| Told<'basic.cancel', { consumerTag: string }>
	| Told<
			'basic.publish',
			{
				exchange: string;
				routingKey: string;
				mandatory: boolean;
				properties: Properties;
				body: Uint8Array;
			}
	  >
	| Told<'basic.get', { queue: string; noAck: boolean }>
	| Told<'basic.ack', { deliveryTag: number; multiple: boolean }>
	| Told<'basic.nack', { deliveryTag: number; multiple: boolean; requeue: boolean }>
	| Told<'basic.reject', { deliveryTag: number; requeue: boolean }>
	| Told<'basic.recover', { requeue: boolean }>
	| Told<'confirm.select', Nothing>;

/** A queue hands a message over. */
export interface QueueDelivery {
	readonly queue: string;
	readonly position: number;
	readonly redelivered: boolean;
	/** True: the message is gone from the queue already. */
	readonly noAck: boolean;
	readonly message: Message;
}

export type ChannelEvent =
	| ChannelMethod
	/** Its connection opened it. */
	| Told<
			'channel.opened',
			{
				channel: number;
				connection: ActorId;
				linkOut: ActorId;
				user: string;
				seed: number;
				version: BrokerVersion;
				alarm: boolean;
			}
	  >
	/** The memory alarm begins or ends. */
	| Told<'channel.alarm', { on: boolean }>
	/** Its connection is over. */
	| Told<'channel.gone', Nothing>
	/** An operation is done: `method` is the reply for the client with its fields. */
	| Told<'channel.answered', { method: string; fields: Payload }>
	/** An operation, or a message it published, was refused. */
	| Told<'channel.refused', Refusal>
	| Told<
			'queue.delivered',
			QueueDelivery & { readonly consumerTag: string; readonly consumer: number }
	  >
	| Told<'queue.got', QueueDelivery & { readonly messageCount: number }>
	/** The queue has the consumer. */
	| Told<'consumer.started', { queue: string; consumerTag: string }>
	/** The queue is gone, and the consumer with it. */
	| Told<'consumer.cancelled', { queue: string; consumerTag: string }>
	/** One of `of` places a published message went to has taken it (or not). */
	| Told<'publish.confirmed', { publishSeq: number; of: number; accepted: boolean }>
	| Told<'publish.returned', { message: Message; code: 312; text: string }>
	/** A direct reply; `key` is the part of its address that names the requester. */
	| Told<'reply.delivered', { key: string; message: Message }>
	/** Somebody asks whether a direct reply address is alive. */
	| Told<'reply.checked', { key: string; queue: string; channel: ActorId }>
	/** A queue asks for leave to deliver to one of this channel's consumers (shared prefetch only). */
	| Told<'credit.asked', { queue: string }>;

// --- vhost:/ ----------------------------------------------------------------------------------------------------------

/** Who asks for an operation and is to be answered. */
export interface Asker {
	readonly channel: ActorId;
	readonly connection: ActorId;
}

type Asked<K extends ChannelMethod['kind']> = Asker & Extract<ChannelMethod, { kind: K }>['data'];

export type VhostEvent =
	/** The run begins. `startDateMs`: the date of virtual time 0, in milliseconds since 1970; `version`: 3.10 if absent. */
	| Told<'vhost.created', { seed: number; startDateMs: number; version?: BrokerVersion }>
	/** The memory alarm begins or ends. */
	| Told<'vhost.alarm', { on: boolean }>
	/** A restart in three steps: connections are closed; what does not survive goes; the broker is up again. */
	| Told<'vhost.stopping' | 'vhost.stopped' | 'vhost.started', Nothing>
	| Told<'vhost.connected', { connection: ActorId }>
	| Told<'vhost.connection-gone', { connection: ActorId }>
	| Told<'vhost.declare-queue', Asked<'queue.declare'>>
	| Told<'vhost.bind-queue', Asked<'queue.bind'>>
	| Told<'vhost.unbind-queue', Asked<'queue.unbind'>>
	| Told<'vhost.declare-exchange', Asked<'exchange.declare'>>
	| Told<'vhost.delete-exchange', Asked<'exchange.delete'>>
	| Told<'vhost.bind-exchange', Asked<'exchange.bind'>>
	| Told<'vhost.unbind-exchange', Asked<'exchange.unbind'>>
	/** A queue has deleted itself. */
	| Told<'vhost.queue-gone', { queue: string; why: QueueEnd }>
	/** An exchange has deleted itself; these were its bindings. */
	| Told<'vhost.exchange-gone', { exchange: string; bindings: readonly Binding[] }>;

// --- exchange:<name> --------------------------------------------------------------------------------------------------

/** A message on its way into an exchange. */
export interface Publication {
	readonly routingKey: string;
	readonly mandatory: boolean;
	readonly properties: Properties;
	readonly body: Uint8Array;
	/** The channel that published it, or the queue that dead-letters it. */
	readonly publisher: ActorId;
	/** Its number on a confirm channel, else null. */
	readonly publishSeq: number | null;
	/** For a dead letter: the message it was, why it died, and the BCC keys it goes on with. */
	readonly deadLetter: {
		readonly of: number;
		readonly reason: DeadLetterReason;
		readonly blindKeys: readonly string[] | null;
	} | null;
}

export type DeadLetterReason = 'rejected' | 'expired' | 'maxlen' | 'delivery_limit';

/** A queue a message will go to, and the binding that sent it there (null: the default exchange's own rule). */
export interface Route {
	readonly queue: ActorId;
	readonly via: Binding | null;
}

/** A message that travels through several exchanges: what is known so far. */
export interface Journey {
	readonly message: Message;
	readonly publication: Publication;
	/** Routing key, then CC and BCC keys. */
	readonly keys: readonly string[];
	/** Exchanges seen or waiting for their turn. */
	readonly seen: readonly string[];
	/** Exchanges still to ask; the one being told is not among them. */
	readonly waiting: readonly string[];
	readonly routes: readonly Route[];
}

export type ExchangeEvent =
	| Told<'exchange.declared', { definition: ExchangeDefinition }>
	| Told<'exchange.publish', Publication>
	/** A message that may not be published came: its publisher hears of the fault, unless it may not publish here anyway. */
	| Told<'exchange.faulty', { publisher: ActorId; fault: Refusal }>
	/** Another exchange passed a message on. */
	| Told<'exchange.forwarded', Journey>
	| Told<'exchange.bound', { binding: Binding }>
	| Told<'exchange.unbound', { binding: Binding }>
	/** Somebody wants it deleted. */
	| Told<'exchange.removed', { asker: Asker | null; ifUnused: boolean }>
	/** No binding took the message: it ends here (or went back to its publisher). */
	| Told<'exchange.unroutable', { messageId: number; returned: boolean }>;

// --- queue:<name> -----------------------------------------------------------------------------------------------------

export type QueueEvent =
	| Told<
			'queue.declared',
			{ definition: QueueDefinition; startDateMs: number; version: BrokerVersion }
	  >
	/** Declared again, or passively: answers with its counts. */
	| Told<'queue.checked', Asker>
	/** A message arrived. `confirm`: tell that channel what became of it. */
	| Told<
			'queue.enqueued',
			{
				message: Message;
				via: Binding | null;
				confirm: {
					readonly channel: ActorId;
					readonly publishSeq: number;
					readonly of: number;
				} | null;
			}
	  >
	| Told<
			'queue.consume',
			Asker & {
				readonly consumerTag: string;
				readonly noAck: boolean;
				readonly exclusive: boolean;
				/** A table text or null. */
				readonly arguments: string | null;
				/** 0: no limit. */
				readonly prefetchCount: number;
				/** The channel has a shared limit: ask it before each delivery. */
				readonly limited: boolean;
			}
	  >
	| Told<'queue.cancel', { channel: ActorId; consumerTag: string }>
	| Told<'queue.get', Asker & { readonly noAck: boolean }>
	| Told<'queue.acked', { channel: ActorId; deliveries: readonly UnackedDelivery[] }>
	/** They come back, to their old places. */
	| Told<'queue.requeued', { channel: ActorId; deliveries: readonly UnackedDelivery[] }>
	/** Refused for good: dead-lettered where the queue says so, else dropped. */
	| Told<'queue.rejected', { channel: ActorId; deliveries: readonly UnackedDelivery[] }>
	/** A channel is over: its consumers go, what it had not acknowledged comes back. */
	| Told<'queue.channel-gone', { channel: ActorId }>
	| Told<'queue.purged', Asker>
	/** Somebody wants it deleted; `asker` null: the broker itself. */
	| Told<
			'queue.removed',
			{ asker: Asker | null; ifUnused: boolean; ifEmpty: boolean; why: QueueEnd }
	  >
	/** The time of the message at the head is up. */
	| Told<'queue.expired', { messageId: number }>
	/** Nobody used it for as long as x-expires says. */
	| Told<'queue.idle', Nothing>
	/** The broker stops: what does not survive ends here. It is up again: clocks run on. */
	| Told<'queue.stopped' | 'queue.recovered', Nothing>
	/** A channel's shared prefetch limit began or ceased. */
	| Told<'queue.limited', { channel: ActorId; limited: boolean }>
	/** A channel's answer: leave for one delivery, or none until `queue.resumed`. */
	| Told<'queue.credited', { channel: ActorId; isGranted: boolean }>
	/** A channel that had none has room again. */
	| Told<'queue.resumed', { channel: ActorId }>
	/** A message ended here without reaching anybody. Only a note: the event that caused it removed it. */
	| Told<'queue.dropped', { messageId: number; reason: DropReason }>;

export type QueueEnd =
	| 'deleted'
	| 'its connection is over'
	| 'its last consumer is gone'
	| 'unused for too long'
	| 'the broker was restarted';
export type DropReason = 'maxlen' | 'reject-publish' | 'rejected' | 'delivery_limit' | 'restart';

export type BrokerEvent = ConnectionEvent | ChannelEvent | VhostEvent | ExchangeEvent | QueueEvent;
