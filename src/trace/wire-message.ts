// What a payload on a socket says, by name: the positional fields of AMQP methods and Pomelo packages as one small record.
// For people and for selectors; the broker and the guests read payloads themselves.
// Source: AMQP 0-9-1 specification, basic class properties; field order as in the wire format of this project.
import { propertyNames } from '#broker';
import type { Payload } from '#kernel/events';

/** What a message is to the eye: its figure on the stage and in the sequence diagram. */
export type MessageShape = 'request' | 'reply' | 'acknowledgement' | 'push' | 'protocol';

/** A payload with its fields by name. Values that are objects stay JSON text. */
export interface WireMessage {
	/** AMQP method (`basic.publish`) or Pomelo package (`request`). */
	readonly method: string;
	readonly shape: MessageShape;
	/** The interesting fields in the order people read them; no empty ones. */
	readonly fields: Readonly<Record<string, string | number | boolean>>;
	/** The message's own content as text; null when it carries none. */
	readonly body: string | null;
}

/** Field names of AMQP methods behind method and channel. A trailing `...` stands for flags, properties and body. */
const amqpFields: Readonly<Record<string, readonly string[]>> = {
	'connection.start-ok': ['mechanism', 'user'],
	'connection.tune': ['channelMax', 'frameMax', 'heartbeat'],
	'connection.tune-ok': ['channelMax', 'frameMax', 'heartbeat'],
	'connection.open': ['vhost'],
	'connection.close': ['code', 'text', 'classId', 'methodId'],
	'connection.blocked': ['reason'],
	'channel.close': ['code', 'text', 'classId', 'methodId'],
	'exchange.declare': ['exchange', 'type', 'passive', 'durable', 'autoDelete', 'internal', 'args'],
	'exchange.delete': ['exchange', 'ifUnused'],
	'exchange.bind': ['destination', 'source', 'routingKey', 'args'],
	'exchange.unbind': ['destination', 'source', 'routingKey', 'args'],
	'queue.declare': ['queue', 'passive', 'durable', 'exclusive', 'autoDelete', 'args'],
	'queue.declare-ok': ['queue', 'messageCount', 'consumerCount'],
	'queue.bind': ['queue', 'exchange', 'routingKey', 'args'],
	'queue.unbind': ['queue', 'exchange', 'routingKey', 'args'],
	'queue.purge': ['queue'],
	'queue.purge-ok': ['messageCount'],
	'queue.delete': ['queue', 'ifUnused', 'ifEmpty'],
	'queue.delete-ok': ['messageCount'],
	'basic.qos': ['prefetchCount', 'global'],
	'basic.consume': ['queue', 'consumerTag', 'noLocal', 'noAck', 'exclusive', 'args'],
	'basic.consume-ok': ['consumerTag'],
	'basic.cancel': ['consumerTag'],
	'basic.cancel-ok': ['consumerTag'],
	'basic.publish': ['exchange', 'routingKey', 'mandatory', '...'],
	'basic.deliver': ['consumerTag', 'deliveryTag', 'redelivered', 'exchange', 'routingKey', '...'],
	'basic.get': ['queue', 'noAck'],
	'basic.get-ok': ['deliveryTag', 'redelivered', 'exchange', 'routingKey', 'messageCount', '...'],
	'basic.return': ['code', 'text', 'exchange', 'routingKey', '...'],
	'basic.ack': ['deliveryTag', 'multiple'],
	'basic.nack': ['deliveryTag', 'multiple', 'requeue'],
	'basic.reject': ['deliveryTag', 'requeue'],
	'basic.recover': ['requeue']
};

const pomeloFields: Readonly<Record<string, readonly string[]>> = {
	request: ['id', 'namespace', 'serverType', 'service', 'method'],
	reply: ['id']
};

const clientFields: Readonly<Record<string, readonly string[]>> = {
	request: ['id', 'route'],
	response: ['id'],
	notify: ['route'],
	push: ['route']
};

/**
 * Reads a payload of a socket's protocol. Never throws: what it does not know stays a method without fields.
 *
 * @param protocol `amqp`, `pomelo-rpc`, `pomelo-client`, `pomelo-monitor` or another
 */
export function readWireMessage(protocol: string, payload: Payload): WireMessage {
	const method = String(payload[0] ?? '');
	switch (protocol) {
		case 'amqp':
			return readAmqp(method, payload);
		case 'pomelo-rpc':
			return readPackage(method, payload, pomeloFields, pomeloShapes);
		case 'pomelo-client':
			return readPackage(method, payload, clientFields, pomeloShapes);
		default:
			return { method, shape: 'protocol', fields: {}, body: null };
	}
}

const pomeloShapes: Readonly<Record<string, MessageShape>> = {
	request: 'request',
	reply: 'reply',
	response: 'reply',
	push: 'push',
	notify: 'push',
	kick: 'push'
};

function readPackage(
	method: string,
	payload: Payload,
	table: Readonly<Record<string, readonly string[]>>,
	shapes: Readonly<Record<string, MessageShape>>
): WireMessage {
	const names = table[method];
	const shape = shapes[method] ?? 'protocol';
	if (names === undefined) return { method, shape, fields: {}, body: textOf(payload[1]) };
	return {
		method,
		shape,
		fields: named(names, payload, 1),
		body: textOf(payload[names.length + 1])
	};
}

function readAmqp(method: string, payload: Payload): WireMessage {
	const names = amqpFields[method] ?? [];
	const fields = named(names, payload, 2);
	if (names.at(-1) !== '...') {
		const shape = acknowledging.has(method) ? 'acknowledgement' : 'protocol';
		return { method, shape, fields, body: null };
	}
	const properties = readProperties(payload, names.length + 1);
	return {
		method,
		shape: shapeOf(properties),
		fields: { ...fields, ...properties },
		body: textOf(payload.at(-1))
	};
}

const acknowledging = new Set(['basic.ack', 'basic.nack', 'basic.reject']);

/** A message that asks for an answer is a request, one that names a question is a reply, any other a push. */
function shapeOf(properties: Readonly<Record<string, unknown>>): MessageShape {
	if (properties['replyTo'] !== undefined) return 'request';
	return properties['correlationId'] !== undefined ? 'reply' : 'push';
}

/** The properties present, from the flags at `start` on. */
function readProperties(payload: Payload, start: number): Record<string, string | number> {
	const flags = Number(payload[start] ?? 0);
	const properties: Record<string, string | number> = {};
	let next = start + 1;
	propertyNames.forEach((name, bit) => {
		if ((flags & (1 << bit)) === 0) return;
		const value = payload[next++];
		properties[name] = typeof value === 'number' ? value : (textOf(value) ?? '');
	});
	return properties;
}

function named(
	names: readonly string[],
	payload: Payload,
	from: number
): Record<string, string | number | boolean> {
	const fields: Record<string, string | number | boolean> = {};
	names.forEach((name, index) => {
		const value = payload[from + index];
		if (name === '...' || value === null || value === undefined || value === '') return;
		fields[name] = value instanceof Uint8Array ? (textOf(value) ?? '') : value;
	});
	return fields;
}

function textOf(value: Payload[number] | undefined): string | null {
	if (value === null || value === undefined) return null;
	return value instanceof Uint8Array ? decodeUtf8(value) : String(value);
}

/** UTF-8 without a decoder object (this folder knows no platform); bad bytes become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
	let text = '';
	for (let index = 0; index < bytes.length;) {
		const first = bytes[index] ?? 0;
		const length = first < 0x80 ? 1 : first >> 5 === 6 ? 2 : first >> 4 === 14 ? 3 : 4;
		let code = length === 1 ? first : first & (0xff >> (length + 1));
		let isGood = first < 0x80 || (first >= 0xc2 && first <= 0xf4);
		for (let more = 1; more < length; more++) {
			const byte = bytes[index + more] ?? 0;
			if (byte >> 6 !== 2) isGood = false;
			code = (code << 6) | (byte & 0x3f);
		}
		text += isGood && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
		index += isGood ? length : 1;
	}
	return text;
}
