// The fields of the methods a client sends, checked as amqplib checks them when it encodes a frame, with its texts.
// Checking happens when a method is sent, not when it is asked for: an operation waiting behind another fails later.
// Source: AMQP 0-9-1 XML definition (fields and their order); reference amqp.md section 3 (texts).

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import type { SendOperation } from '../runtime/host.ts';
import { NumberIsNaN } from '../runtime/primordials.ts';
import { checkUnsigned, utf8Length } from './node-modules.ts';
import { encodeTable } from './table.ts';

type FieldKind = 'shortstr' | 'short' | 'bit' | 'table';
type Field = readonly [name: string, kind: FieldKind, isMandatory?: boolean];

/** What may stand in a frame. */
export type WireValue = WirePayload[number];
/** A frame of the client, made as the operation that sends it: `send`, a place for the socket's number, method, channel, fields. */
export type Frame = SendOperation;

/** The longest text that can have 255 bytes whatever its characters. */
const surelyShort = 85;

const queue: Field = ['queue', 'shortstr'];
const exchange: Field = ['exchange', 'shortstr', true];
const routingKey: Field = ['routingKey', 'shortstr'];
const table: Field = ['arguments', 'table'];
const consumerTag: Field = ['consumerTag', 'shortstr', true];
const binding: readonly Field[] = [queue, exchange, routingKey, table];
const exchangeBinding: readonly Field[] = [
	['destination', 'shortstr', true],
	['source', 'shortstr', true],
	routingKey,
	table
];

const fieldsOf: Readonly<Record<string, readonly Field[]>> = {
	'channel.open': [],
	'confirm.select': [],
	'exchange.declare': [
		exchange,
		['type', 'shortstr'],
		['passive', 'bit'],
		['durable', 'bit'],
		['autoDelete', 'bit'],
		['internal', 'bit'],
		table
	],
	'exchange.delete': [exchange, ['ifUnused', 'bit']],
	'exchange.bind': exchangeBinding,
	'exchange.unbind': exchangeBinding,
	'queue.declare': [
		queue,
		['passive', 'bit'],
		['durable', 'bit'],
		['exclusive', 'bit'],
		['autoDelete', 'bit'],
		table
	],
	'queue.bind': binding,
	'queue.unbind': binding,
	'queue.purge': [queue],
	'queue.delete': [queue, ['ifUnused', 'bit'], ['ifEmpty', 'bit']],
	'basic.qos': [
		['prefetchCount', 'short'],
		['global', 'bit']
	],
	'basic.consume': [
		queue,
		['consumerTag', 'shortstr'],
		['noLocal', 'bit'],
		['noAck', 'bit'],
		['exclusive', 'bit'],
		table
	],
	'basic.cancel': [consumerTag],
	'basic.get': [queue, ['noAck', 'bit']],
	'basic.recover': [['requeue', 'bit']]
};

/** The frame of a method with these field values (in wire order, undefined for a default). Throws as amqplib does. */
export function encodeMethod(method: string, channel: number, values: readonly unknown[]): Frame {
	const fields = fieldsOf[method] ?? [];
	const frame: Frame = ['send', 0, method, channel];
	for (let index = 0; index < fields.length; index++) {
		frame[index + 4] = encodeField(fields[index] as Field, values[index]);
	}
	return frame;
}

function encodeField(field: Field, value: unknown): WireValue {
	const name = field[0];
	if (value === undefined && field[2] === true) {
		throw new Error(`Missing value for mandatory field '${name}'`);
	}
	switch (field[1]) {
		case 'shortstr':
			return value === undefined ? '' : shortString(name, value);
		case 'short':
			return value === undefined ? 0 : numberField(name, value, 16);
		case 'bit':
			return !!value;
		case 'table':
			if (value === undefined || value === null) return null;
			if (typeof value !== 'object') {
				throw new TypeError(`Field '${name}' is the wrong type; must be an object`);
			}
			return encodeTable(value);
	}
}

/** The value if it is a text of at most 255 bytes. */
export function shortString(name: string, value: unknown): string {
	if (
		typeof value === 'string' &&
		(value.length <= surelyShort || (value.length <= 255 && utf8Length(value) <= 255))
	) {
		return value;
	}
	throw new TypeError(`Field '${name}' is the wrong type; must be a string (up to 255 chars)`);
}

/** The value if it is a number that fits into `bits` without a sign. Throws amqplib's error or Buffer's. */
export function numberField(name: string, value: unknown, bits: 8 | 16 | 32 | 64): number {
	if (typeof value === 'number' && !NumberIsNaN(value)) {
		checkUnsigned(value, bits);
		return value - (value % 1);
	}
	throw new TypeError(`Field '${name}' is the wrong type; must be a number (but not NaN)`);
}
