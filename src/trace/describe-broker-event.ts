// Sentences for what happens inside the broker: its connections, AMQP channels, exchanges and queues.
import { actorName } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { BrokerEvent } from '#broker/events';
import type { Recorded } from '#kernel/events';
import type { TraceIndex } from './trace-index.ts';
import { decodeUtf8 } from './wire-message.ts';
import { count, destinationWords, quoted, sentence, shortName } from './words.ts';

/** The sentence for an event of the broker. */
export function describeBrokerEvent(event: Recorded<BrokerEvent>, index: TraceIndex): string {
	const client = index.client(event.actor) ?? 'A client';
	const name = actorName(event.actor);
	switch (event.kind) {
		case 'connection.accepted':
			return `The broker accepts a connection from ${event.data.peer}.`;
		case 'connection.lost':
			return `The broker notices that ${client} is gone (${event.data.why}).`;
		case 'protocol.header':
			return `${client} says that it speaks AMQP 0-9-1.`;
		case 'connection.start-ok':
			return `${client} logs in as ${event.data.user}.`;
		case 'connection.tune-ok':
			return `${client} and the broker agree on their limits.`;
		case 'connection.open':
			return `${client} opens the virtual host ${event.data.vhost}.`;
		case 'connection.close':
			return `${client} closes its connection.`;
		case 'connection.close-ok':
			return `${client} agrees that its connection is closed.`;
		case 'channel.open':
			return `${client} opens channel ${event.data.channel}.`;
		case 'connection.admitted':
			return `${client} is let into the virtual host.`;
		case 'connection.channel-closed':
			return `Channel ${event.data.channel} of ${client} is free again.`;
		case 'connection.alarm':
			return `The broker ${event.data.on ? 'will take no messages from' : 'takes messages again from'} ${client}.`;
		case 'connection.publishing':
			return `${client} publishes while the broker is low on memory: its connection is blocked.`;
		case 'connection.failed':
			return sentence(`The broker closes the connection of ${client}: ${event.data.text}`);

		case 'channel.opened':
			return `Channel ${event.data.channel} of ${client} is open.`;
		case 'channel.alarm':
			return event.data.on
				? `What ${client} publishes has to wait.`
				: `What ${client} published meanwhile is taken now.`;
		case 'channel.gone':
			return `A channel of ${client} goes with its connection.`;
		case 'channel.close':
			return `${client} closes a channel.`;
		case 'channel.close-ok':
			return `${client} agrees that its channel is closed.`;
		case 'channel.answered':
			return `The broker answers ${client}: ${event.data.method}.`;
		case 'channel.refused':
			return sentence(`The broker refuses what ${client} asked for: ${event.data.text}`);

		case 'exchange.declare':
			return `${client} ${event.data.passive ? 'asks about' : 'declares'} the exchange ${event.data.exchange}.`;
		case 'exchange.delete':
			return `${client} deletes the exchange ${event.data.exchange}.`;
		case 'exchange.bind':
			return `${client} binds the exchange ${event.data.destination} to ${event.data.source}.`;
		case 'exchange.unbind':
			return `${client} unbinds the exchange ${event.data.destination} from ${event.data.source}.`;
		case 'queue.declare': {
			const { queue, passive, exclusive } = event.data;
			if (passive) return `${client} asks about the queue ${shortName(queue)}.`;
			const what = exclusive ? 'a queue of its own' : 'a queue';
			return queue === ''
				? `${client} declares ${what}; the broker may choose the name.`
				: `${client} declares the queue ${shortName(queue)}.`;
		}
		case 'queue.bind':
			return `${client} binds the queue ${shortName(event.data.queue)} to the exchange ${event.data.exchange}.`;
		case 'queue.unbind':
			return `${client} unbinds the queue ${shortName(event.data.queue)} from the exchange ${event.data.exchange}.`;
		case 'queue.purge':
			return `${client} empties the queue ${shortName(event.data.queue)}.`;
		case 'queue.delete':
			return `${client} deletes the queue ${shortName(event.data.queue)}.`;
		case 'basic.qos': {
			const limit = event.data.prefetchCount;
			return limit === 0
				? `${client} takes any number of messages at once.`
				: `${client} wants at most ${count(limit, 'unacknowledged message')} at a time.`;
		}
		case 'basic.consume':
			return `${client} wants the messages of the queue ${shortName(event.data.queue)}.`;
		case 'basic.cancel':
			return `${client} wants no more messages for ${shortName(event.data.consumerTag)}.`;
		case 'basic.publish': {
			const { exchange, routingKey, body } = event.data;
			return `${client} published ${quoted(decodeUtf8(body))} ${destinationWords(exchange, routingKey)}.`;
		}
		case 'basic.get':
			return `${client} asks for one message of the queue ${shortName(event.data.queue)}.`;
		case 'basic.ack':
			return `${client} acknowledges ${tags(event.data)}.`;
		case 'basic.nack':
		case 'basic.reject':
			return `${client} refuses ${tags(event.data)}${event.data.requeue ? ', to be queued again' : ''}.`;
		case 'basic.recover':
			return `${client} asks for its unacknowledged messages again.`;
		case 'confirm.select':
			return `${client} wants confirms for what it publishes.`;

		case 'queue.delivered': {
			const { queue, message, redelivered } = event.data;
			const again = redelivered ? ' again' : '';
			return `The queue ${queueWords(queue, index)} hands ${quoted(decodeUtf8(message.body))} to ${client}${again}.`;
		}
		case 'queue.got':
			return `The queue ${queueWords(event.data.queue, index)} gives one message to ${client}.`;
		case 'consumer.started':
			return `${client} is a consumer of ${queueWords(event.data.queue, index)} now.`;
		case 'consumer.cancelled':
			return `${client} is no longer a consumer of ${queueWords(event.data.queue, index)}: the queue is gone.`;
		case 'publish.confirmed': {
			const { publishSeq, accepted } = event.data;
			return `The broker ${accepted ? 'has taken' : 'has not taken'} message ${publishSeq} of ${client}.`;
		}
		case 'publish.returned':
			return sentence(`A message of ${client} comes back: ${event.data.text}`);
		case 'reply.delivered':
			return `A direct reply for ${client} arrives: ${quoted(decodeUtf8(event.data.message.body))}.`;
		case 'reply.checked':
			return `Somebody asks whether ${client} still waits for direct replies.`;
		case 'credit.asked':
			return `The queue ${queueWords(event.data.queue, index)} asks whether ${client} can take one more message.`;

		case 'vhost.created':
			return 'The broker is up, with its virtual host /.';
		case 'vhost.alarm':
			return event.data.on
				? 'The broker is low on memory: who publishes is blocked.'
				: 'The broker has memory again.';
		case 'vhost.stopping':
			return 'The broker stops: it closes every connection.';
		case 'vhost.stopped':
			return 'The broker has stopped: only what is durable is kept.';
		case 'vhost.started':
			return 'The broker is up again.';
		case 'vhost.connected':
			return `${clientOf(event.data.connection, index)} enters the virtual host.`;
		case 'vhost.connection-gone':
			return `The virtual host forgets ${clientOf(event.data.connection, index)}: what belonged to its connection goes.`;
		case 'vhost.declare-queue': {
			const { queue, connection } = event.data;
			const what =
				queue === ''
					? 'a queue with a name of the broker\u2019s choice'
					: `the queue ${shortName(queue)}`;
			return `The broker looks up or makes ${what} for ${clientOf(connection, index)}.`;
		}
		case 'vhost.bind-queue':
			return `The broker binds the queue ${shortName(event.data.queue)} to the exchange ${event.data.exchange}.`;
		case 'vhost.unbind-queue':
			return `The broker unbinds the queue ${shortName(event.data.queue)} from the exchange ${event.data.exchange}.`;
		case 'vhost.declare-exchange':
			return `The broker looks up or makes the exchange ${event.data.exchange}.`;
		case 'vhost.delete-exchange':
			return `The broker is to delete the exchange ${event.data.exchange}.`;
		case 'vhost.bind-exchange':
			return `The broker binds the exchange ${event.data.destination} to ${event.data.source}.`;
		case 'vhost.unbind-exchange':
			return `The broker unbinds the exchange ${event.data.destination} from ${event.data.source}.`;
		case 'vhost.queue-gone':
			return `The queue ${queueWords(event.data.queue, index)} is gone from the virtual host.`;
		case 'vhost.exchange-gone':
			return `The exchange ${event.data.exchange} is gone from the virtual host.`;

		case 'exchange.declared': {
			const { name: exchange, type } = event.data.definition;
			return exchange === ''
				? 'The default exchange is there: it routes by queue name.'
				: `The ${type} exchange ${exchange} is there.`;
		}
		case 'exchange.publish':
			return `${exchangeWords(name)} gets ${quoted(decodeUtf8(event.data.body))} with the routing key ${shortName(event.data.routingKey)}.`;
		case 'exchange.faulty':
			return `${exchangeWords(name)} does not take a message: it may not be published like this.`;
		case 'exchange.forwarded':
			return `${exchangeWords(name)} gets a message from another exchange.`;
		case 'exchange.bound':
			return `${exchangeWords(name)} has a binding to ${shortName(actorName(event.data.binding.destination))} for ${keyWords(event.data.binding.key)}.`;
		case 'exchange.unbound':
			return `${exchangeWords(name)} loses a binding to ${shortName(actorName(event.data.binding.destination))}.`;
		case 'exchange.removed':
			return `${exchangeWords(name)} is to go.`;
		case 'exchange.unroutable':
			return `${exchangeWords(name)} finds no queue for a message: ${event.data.returned ? 'it goes back to its sender' : 'it ends here'}.`;

		case 'queue.declared': {
			const owner = index.ownerOfQueue(name);
			return owner === undefined
				? `The queue ${shortName(name)} is there.`
				: `The queue ${shortName(name)} is there; it belongs to ${owner} alone.`;
		}
		case 'queue.checked':
			return `The queue ${queueWords(name, index)} was there already and tells its counts.`;
		case 'queue.enqueued': {
			const { message, via } = event.data;
			const why = via === null ? 'its name is the routing key' : `binding ${keyWords(via.key)}`;
			return `The queue ${queueWords(name, index)} takes ${quoted(decodeUtf8(message.body))} (${why}).`;
		}
		case 'queue.consume':
			return `The queue ${queueWords(name, index)} gets a consumer: ${clientOf(event.data.connection, index)}.`;
		case 'queue.cancel':
			return `The queue ${queueWords(name, index)} loses a consumer: ${clientOf(event.data.channel, index)}.`;
		case 'queue.get':
			return `The queue ${queueWords(name, index)} is asked for one message by ${clientOf(event.data.connection, index)}.`;
		case 'queue.acked':
			return `The queue ${queueWords(name, index)} forgets ${count(event.data.deliveries.length, 'message')} that ${clientOf(event.data.channel, index)} acknowledged.`;
		case 'queue.requeued':
			return `The queue ${queueWords(name, index)} takes ${count(event.data.deliveries.length, 'message')} back from ${clientOf(event.data.channel, index)}.`;
		case 'queue.rejected':
			return `The queue ${queueWords(name, index)} gives up ${count(event.data.deliveries.length, 'message')} that ${clientOf(event.data.channel, index)} refused.`;
		case 'queue.channel-gone':
			return `The queue ${queueWords(name, index)} loses ${clientOf(event.data.channel, index)}: what it had not acknowledged comes back.`;
		case 'queue.purged':
			return `The queue ${queueWords(name, index)} is emptied.`;
		case 'queue.removed':
			return `The queue ${queueWords(name, index)} is to go: ${event.data.why}.`;
		case 'queue.expired':
			return `The time of a message in ${queueWords(name, index)} is up.`;
		case 'queue.idle':
			return `The queue ${queueWords(name, index)} was not used for too long.`;
		case 'queue.stopped':
			return `The queue ${queueWords(name, index)} stops with the broker and keeps what is persistent.`;
		case 'queue.recovered':
			return `The queue ${queueWords(name, index)} is back with what it kept.`;
		case 'queue.limited':
			return `The queue ${queueWords(name, index)} ${event.data.limited ? 'must ask' : 'need not ask'} before it delivers to ${clientOf(event.data.channel, index)}.`;
		case 'queue.credited':
			return `The queue ${queueWords(name, index)} may ${event.data.isGranted ? 'deliver one message' : 'not deliver now'} to ${clientOf(event.data.channel, index)}.`;
		case 'queue.resumed':
			return `The queue ${queueWords(name, index)} hears that ${clientOf(event.data.channel, index)} has room again.`;
		case 'queue.dropped':
			return `A message ends in the queue ${queueWords(name, index)}: ${dropReasons[event.data.reason]}.`;
	}
}

const dropReasons = {
	maxlen: 'the queue is full',
	'reject-publish': 'the queue is full and takes no more',
	rejected: 'its consumer refused it',
	delivery_limit: 'it was delivered too often',
	restart: 'it was not persistent, and the broker was restarted'
} as const;

function tags(data: { readonly deliveryTag: number; readonly multiple?: boolean }): string {
	return data.multiple === true
		? `all deliveries up to ${data.deliveryTag}`
		: `delivery ${data.deliveryTag}`;
}

function clientOf(actor: ActorId, index: TraceIndex): string {
	return index.client(actor) ?? 'a client';
}

/** A queue's name; whose it is when it belongs to one process. */
function queueWords(queue: string, index: TraceIndex): string {
	const owner = index.ownerOfQueue(queue);
	return owner === undefined ? shortName(queue) : `${shortName(queue)} of ${owner}`;
}

function exchangeWords(name: string): string {
	return name === '' ? 'The default exchange' : `The exchange ${name}`;
}

function keyWords(key: string): string {
	return key === '' ? 'the empty key' : `the key ${shortName(key)}`;
}
