// An AMQP channel: takes the client's methods in order, hands each to the actor that can carry it out, and speaks to the
// client for all of them. It owns delivery tags, consumer tags and what the client has not acknowledged.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_channel.erl.
import { noEffects, OrderedMap, Random, tell, type Effect, type Step } from '#kernel';
import type { Recorded } from '#kernel/events';
import {
	asker,
	leaveQueues,
	onQueue,
	refuse,
	sendMethod,
	type AmqpChannelState
} from './amqp-channel-state.ts';
import { nextAmqpChannelStatus } from './channel-machine.ts';
import { cancel, consume, queueGone, startConsuming } from './channel-consumers.ts';
import { acknowledge, deliver, got, recover, refuseDelivery } from './channel-deliveries.ts';
import { askForCredit, setPrefetch } from './channel-credit.ts';
import { publish, returned, settlePublish } from './channel-publishing.ts';
import { checkReplyAddress, declareReplyQueue, deliverReply } from './channel-replies.ts';
import { queueId, vhostId } from './definitions.ts';
import { isReplyAddress, replyToQueue } from './direct-reply-to.ts';
import { refusal } from './errors.ts';
import type { ChannelEvent } from './events.ts';
import { connectionId } from './frames.ts';
import { alarmChannel, hold } from './memory-alarm.ts';
import { freshConfirms } from './publisher-confirms.ts';

type ChannelRecord = Recorded<ChannelEvent>;

/** The AMQP channel actor's step. */
export function amqpChannelStep(
	state: AmqpChannelState | undefined,
	event: ChannelRecord
): Step<AmqpChannelState> {
	if (event.kind === 'channel.opened') return open(event.data, event.actor);
	if (state === undefined) return withoutChannel(event);
	if (event.kind === 'channel.gone') return { state: undefined, effects: leaveQueues(state) };
	if (event.kind === 'channel.close') return close(state, [sendMethod(state, 'channel.close-ok')]);
	if (event.kind === 'channel.close-ok') return close(state, noEffects);
	// After a channel error everything is ignored until the client has answered it.
	if (state.status !== 'open') return { state, effects: sendBack(event) };
	return carryOut(state, event);
}

function open(
	data: Extract<ChannelEvent, { kind: 'channel.opened' }>['data'],
	id: AmqpChannelState['id']
): Step<AmqpChannelState> {
	const state: AmqpChannelState = {
		id,
		number: data.channel,
		connection: data.connection,
		linkOut: data.linkOut,
		user: data.user,
		version: data.version,
		alarm: data.alarm,
		held: [],
		status: 'open',
		random: Random.seeded(data.seed).state,
		deliveryTag: 0,
		unacked: OrderedMap.empty(),
		heldByConsumers: 0,
		consumers: new Map(),
		prefetchCount: 0,
		sharedPrefetchCount: 0,
		credits: 0,
		deniedQueues: [],
		askedFor: 0,
		lastQueue: '',
		confirms: null,
		replyConsumer: null,
		failure: null
	};
	return { state, effects: [sendMethod(state, 'channel.open-ok')] };
}

function close(state: AmqpChannelState, effects: readonly Effect[]): Step<AmqpChannelState> {
	const status = nextAmqpChannelStatus(state.status, 'close');
	return {
		state: status === 'closed' ? undefined : { ...state, status },
		effects: [
			...leaveQueues(state),
			tell(state.connection, 'connection.channel-closed', { channel: state.number }),
			...effects
		]
	};
}

/** A method on a channel that is not open is a connection error; anything else is sent back or forgotten. */
function withoutChannel(event: ChannelRecord): Step<AmqpChannelState> {
	switch (event.kind) {
		case 'basic.publish':
		case 'basic.consume':
		case 'basic.get':
		case 'queue.declare':
		case 'exchange.declare': {
			const connection = connectionId(Number(event.actor.slice('channel:'.length).split('/')[0]));
			const why = refusal(504, "expected 'channel.open'", event.kind);
			return { state: undefined, effects: [tell(connection, 'connection.failed', why)] };
		}
		default:
			return { state: undefined, effects: sendBack(event) };
	}
}

/** What a queue has just handed over must not be lost with the channel. */
function sendBack(event: ChannelRecord): readonly Effect[] {
	switch (event.kind) {
		case 'queue.delivered':
		case 'queue.got':
			if (event.data.noAck) return noEffects;
			return [tell(queueId(event.data.queue), 'queue.channel-gone', { channel: event.actor })];
		case 'reply.checked':
			return [checkReplyAddress(undefined, event.data)];
		case 'credit.asked':
			return [
				tell(queueId(event.data.queue), 'queue.credited', {
					channel: event.actor,
					isGranted: false
				})
			];
		default:
			return noEffects;
	}
}

function carryOut(state: AmqpChannelState, event: ChannelRecord): Step<AmqpChannelState> {
	switch (event.kind) {
		case 'basic.publish':
			return state.alarm ? hold(state, event.data) : publish(state, event.data);
		case 'queue.delivered':
			return deliver(state, event.data);
		case 'basic.ack':
			return acknowledge(state, event.data);
		case 'basic.nack':
			return refuseDelivery(state, event.data, 'basic.nack');
		case 'basic.reject':
			return refuseDelivery(state, { ...event.data, multiple: false }, 'basic.reject');
		case 'basic.recover':
			return recover(state, event.data.requeue);
		case 'basic.qos':
			return setPrefetch(state, event.data);
		case 'basic.consume':
			return consume(state, event.data);
		case 'basic.cancel':
			return cancel(state, event.data.consumerTag);
		case 'basic.get':
			return onQueue(state, event.data.queue, 'basic.get', (queue) =>
				tell(queueId(queue), 'queue.get', { ...asker(state), noAck: event.data.noAck })
			);
		case 'queue.got':
			return got(state, event.data);
		case 'consumer.started':
			return startConsuming(state, event.data.consumerTag);
		case 'consumer.cancelled':
			return queueGone(state, event.data.consumerTag);
		case 'publish.confirmed':
			return settlePublish(state, event.data);
		case 'publish.returned':
			return returned(state, event.data);
		case 'reply.delivered':
			return deliverReply(state, event.data);
		case 'reply.checked':
			return { state, effects: [checkReplyAddress(state, event.data)] };
		case 'credit.asked':
			return askForCredit(state, event.data);
		case 'channel.alarm':
			return alarmChannel(state, event.data.on);
		case 'channel.refused':
			return refuse(state, event.data);
		case 'confirm.select':
			return {
				state: { ...state, confirms: state.confirms ?? freshConfirms },
				effects: [sendMethod(state, 'confirm.select-ok')]
			};
		case 'channel.answered': {
			const { method, fields } = event.data;
			const effects = [sendMethod(state, method, ...fields)];
			if (method !== 'queue.declare-ok') return { state, effects };
			return { state: { ...state, lastQueue: String(fields[0]) }, effects };
		}
		case 'channel.opened':
		case 'channel.gone':
		case 'channel.close':
		case 'channel.close-ok':
			return { state, effects: noEffects };
		default:
			return declare(state, event);
	}
}

type Declaring = Extract<ChannelRecord, { kind: `${'queue' | 'exchange'}.${string}` }>;

/** Exchanges, queues and bindings: the virtual host or the queue decides and answers. */
function declare(
	state: AmqpChannelState,
	event: Exclude<Declaring, { kind: 'queue.delivered' | 'queue.got' }>
): Step<AmqpChannelState> {
	const who = asker(state);
	switch (event.kind) {
		case 'queue.declare': {
			const { queue } = event.data;
			if (queue === replyToQueue || isReplyAddress(queue)) return declareReplyQueue(state, queue);
			return to(state, 'vhost.declare-queue', { ...who, ...event.data });
		}
		case 'queue.bind':
			return onQueue(state, event.data.queue, event.kind, (queue) =>
				tell(vhostId, 'vhost.bind-queue', {
					...who,
					...event.data,
					queue,
					routingKey:
						event.data.queue === '' && event.data.routingKey === '' ? queue : event.data.routingKey
				})
			);
		case 'queue.unbind':
			return onQueue(state, event.data.queue, event.kind, (queue) =>
				tell(vhostId, 'vhost.unbind-queue', { ...who, ...event.data, queue })
			);
		case 'queue.purge':
			return onQueue(state, event.data.queue, event.kind, (queue) =>
				tell(queueId(queue), 'queue.purged', who)
			);
		case 'queue.delete':
			return onQueue(state, event.data.queue, event.kind, (queue) =>
				tell(queueId(queue), 'queue.removed', {
					asker: who,
					ifUnused: event.data.ifUnused,
					ifEmpty: event.data.ifEmpty,
					why: 'deleted'
				})
			);
		case 'exchange.declare':
			return to(state, 'vhost.declare-exchange', { ...who, ...event.data });
		case 'exchange.delete':
			return to(state, 'vhost.delete-exchange', { ...who, ...event.data });
		case 'exchange.bind':
			return to(state, 'vhost.bind-exchange', { ...who, ...event.data });
		case 'exchange.unbind':
			return to(state, 'vhost.unbind-exchange', { ...who, ...event.data });
	}
}

function to(state: AmqpChannelState, kind: string, data: unknown): Step<AmqpChannelState> {
	return { state, effects: [tell(vhostId, kind, data)] };
}
