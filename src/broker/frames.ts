// Frames of a client to events: which actor of the broker is told what. The link calls this, so that what arrives goes
// straight to its connection or AMQP channel. Wire form: [method, channel, ...fields], see ARCHITECTURE.md.
import type { ActorId, Payload } from '#kernel/events';
import type { ChannelMethod, ConnectionEvent } from './events.ts';
import { readProperties } from './properties.ts';

/** An event for an actor, not yet recorded. */
export interface Addressed {
	readonly to: ActorId;
	readonly kind: string;
	readonly data: unknown;
}

/** The actor of a connection. */
export function connectionId(connection: number): ActorId {
	return `connection:${String(connection)}`;
}

/** The actor of an AMQP channel. */
export function channelId(connection: number, channel: number): ActorId {
	return `channel:${String(connection)}/${String(channel)}`;
}

/** What a frame that arrived on a connection's socket means. A frame nobody knows is a connection error 503. */
export function decodeFrame(connection: number, payload: Payload): Addressed {
	const method = payload[0];
	const channel = whole(payload[1]);
	const told =
		connectionMethod(method, payload, channel) ??
		(channel > 0 ? channelMethod(method, payload) : undefined);
	if (told === undefined) return unknownFrame(connection, method);
	const onConnection = channel === 0 || told.kind === 'channel.open';
	const to = onConnection ? connectionId(connection) : channelId(connection, channel);
	return { to, kind: told.kind, data: told.data };
}

/** What the connection is told when the client's end of the socket is gone. */
export function decodeEnd(connection: number, why: string): Addressed {
	return { to: connectionId(connection), kind: 'connection.lost', data: { why } };
}

function unknownFrame(connection: number, method: Payload[number] | undefined): Addressed {
	return {
		to: connectionId(connection),
		kind: 'connection.failed',
		data: { code: 503, text: `COMMAND_INVALID - unknown method ${String(method)}`, method: 'none' }
	};
}

function connectionMethod(
	method: Payload[number] | undefined,
	p: Payload,
	channel: number
): ConnectionEvent | undefined {
	if (method === 'channel.open') return { kind: method, data: { channel } };
	if (channel !== 0) return undefined;
	switch (method) {
		case 'protocol-header':
			return { kind: 'protocol.header', data: {} };
		case 'connection.start-ok':
			return {
				kind: method,
				data: { mechanism: text(p[2]), user: text(p[3]), password: text(p[4]) }
			};
		case 'connection.tune-ok':
			return {
				kind: method,
				data: { channelMax: whole(p[2]), frameMax: whole(p[3]), heartbeat: whole(p[4]) }
			};
		case 'connection.open':
			return { kind: method, data: { vhost: text(p[2]) } };
		case 'connection.close':
			return { kind: method, data: { code: whole(p[2]), text: text(p[3]) } };
		case 'connection.close-ok':
			return { kind: method, data: {} };
		default:
			return undefined;
	}
}

function channelMethod(method: Payload[number] | undefined, p: Payload): ChannelMethod | undefined {
	switch (method) {
		case 'basic.publish':
			return {
				kind: method,
				data: {
					exchange: text(p[2]),
					routingKey: text(p[3]),
					mandatory: flag(p[4]),
					properties: readProperties(p, 5),
					body: bytes(p[p.length - 1])
				}
			};
		case 'basic.ack':
			return { kind: method, data: { deliveryTag: whole(p[2]), multiple: flag(p[3]) } };
		case 'basic.nack':
			return {
				kind: method,
				data: { deliveryTag: whole(p[2]), multiple: flag(p[3]), requeue: flag(p[4]) }
			};
		case 'basic.reject':
			return { kind: method, data: { deliveryTag: whole(p[2]), requeue: flag(p[3]) } };
		case 'basic.get':
			return { kind: method, data: { queue: text(p[2]), noAck: flag(p[3]) } };
		case 'basic.consume':
			return {
				kind: method,
				data: {
					queue: text(p[2]),
					consumerTag: text(p[3]),
					noAck: flag(p[5]),
					exclusive: flag(p[6]),
					arguments: table(p[7])
				}
			};
		case 'basic.cancel':
			return { kind: method, data: { consumerTag: text(p[2]) } };
		case 'basic.qos':
			return { kind: method, data: { prefetchCount: whole(p[2]), global: flag(p[3]) } };
		case 'basic.recover':
			return { kind: method, data: { requeue: flag(p[2]) } };
		case 'confirm.select':
		case 'channel.close-ok':
			return { kind: method, data: {} };
		case 'channel.close':
			return { kind: method, data: { code: whole(p[2]), text: text(p[3]) } };
		default:
			return declaringMethod(method, p);
	}
}

/** Exchanges, queues and bindings. Line breaks in names are dropped here, and only here. */
function declaringMethod(
	method: Payload[number] | undefined,
	p: Payload
): ChannelMethod | undefined {
	switch (method) {
		case 'queue.declare':
			return {
				kind: method,
				data: {
					queue: name(p[2]),
					passive: flag(p[3]),
					durable: flag(p[4]),
					exclusive: flag(p[5]),
					autoDelete: flag(p[6]),
					arguments: table(p[7])
				}
			};
		case 'queue.bind':
		case 'queue.unbind':
			return {
				kind: method,
				data: {
					queue: name(p[2]),
					exchange: name(p[3]),
					routingKey: text(p[4]),
					arguments: table(p[5])
				}
			};
		case 'queue.purge':
			return { kind: method, data: { queue: text(p[2]) } };
		case 'queue.delete':
			return {
				kind: method,
				data: { queue: name(p[2]), ifUnused: flag(p[3]), ifEmpty: flag(p[4]) }
			};
		case 'exchange.declare':
			return {
				kind: method,
				data: {
					exchange: name(p[2]),
					type: text(p[3]),
					passive: flag(p[4]),
					durable: flag(p[5]),
					autoDelete: flag(p[6]),
					internal: flag(p[7]),
					arguments: table(p[8])
				}
			};
		case 'exchange.delete':
			return { kind: method, data: { exchange: name(p[2]), ifUnused: flag(p[3]) } };
		case 'exchange.bind':
		case 'exchange.unbind':
			return {
				kind: method,
				data: {
					destination: name(p[2]),
					source: name(p[3]),
					routingKey: text(p[4]),
					arguments: table(p[5])
				}
			};
		default:
			return undefined;
	}
}

/** A name in a declaration. Source: rabbitmq/rabbitmq-server v3.10.8 rabbit_channel.erl (strip_cr_lf). */
function name(value: Payload[number] | undefined): string {
	return text(value).replace(/[\r\n]/g, '');
}

function text(value: Payload[number] | undefined): string {
	return typeof value === 'string' ? value : '';
}

function whole(value: Payload[number] | undefined): number {
	return typeof value === 'number' ? value : 0;
}

function flag(value: Payload[number] | undefined): boolean {
	return value === true || value === 1;
}

/** A table text; an empty table is none. */
function table(value: Payload[number] | undefined): string | null {
	return typeof value === 'string' && value !== '' && value !== '[]' ? value : null;
}

function bytes(value: Payload[number] | undefined): Uint8Array {
	return value instanceof Uint8Array ? value : noBytes;
}

const noBytes = new Uint8Array(0);
