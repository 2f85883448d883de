// Message properties between options, wire and message: publish options become a bit mask and the values present;
// what arrives becomes the properties object students print, its keys in amqplib's order.
// Source: reference amqp.md section 8; amqplib documentation, Channel#publish.

import type {
	ConsumeMessage,
	GetMessage,
	Message,
	MessageProperties,
	Options
} from './amqplib-types.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { ArrayIsArray, ObjectCreate } from '../runtime/primordials.ts';
import { type Frame, numberField, shortString } from './method-fields.ts';
import { asBuffer } from './node-modules.ts';
import { decodeTable, encodeTable, prototypeOf } from './table.ts';

const toText = String;

/** Adds the bit mask and the values of the options present to a frame. Null and undefined count as absent. */
export function addProperties(frame: Frame, options: Options.Publish): void {
	const at = frame.length;
	frame[at] = 0;
	let flags = 0;
	const given = options as Readonly<Record<string, unknown>>;
	let value = given['contentType'];
	if (value !== undefined && value !== null) {
		flags |= 1;
		frame[frame.length] = shortString('contentType', value);
	}
	value = given['contentEncoding'];
	if (value !== undefined && value !== null) {
		flags |= 2;
		frame[frame.length] = shortString('contentEncoding', value);
	}
	const headers = headersText(given);
	if (headers !== null) {
		flags |= 4;
		frame[frame.length] = headers;
	}
	const mode = deliveryMode(given);
	if (mode !== undefined) {
		flags |= 8;
		frame[frame.length] = numberField('deliveryMode', mode, 8);
	}
	value = given['priority'];
	if (value !== undefined && value !== null) {
		flags |= 16;
		frame[frame.length] = numberField('priority', value, 8);
	}
	value = given['correlationId'];
	if (value !== undefined && value !== null) {
		flags |= 32;
		frame[frame.length] = shortString('correlationId', value);
	}
	value = given['replyTo'];
	if (value !== undefined && value !== null) {
		flags |= 64;
		frame[frame.length] = shortString('replyTo', value);
	}
	value = given['expiration'];
	if (value !== undefined) {
		flags |= 128;
		const text = (value as { toString(): unknown }).toString();
		frame[frame.length] = shortString('expiration', text);
	}
	value = given['messageId'];
	if (value !== undefined && value !== null) {
		flags |= 256;
		frame[frame.length] = shortString('messageId', value);
	}
	value = given['timestamp'];
	if (value !== undefined && value !== null) {
		flags |= 512;
		frame[frame.length] = numberField('timestamp', value, 64);
	}
	value = given['type'];
	if (value !== undefined && value !== null) {
		flags |= 1024;
		frame[frame.length] = shortString('type', value);
	}
	value = given['userId'];
	if (value !== undefined && value !== null) {
		flags |= 2048;
		frame[frame.length] = shortString('userId', value);
	}
	value = given['appId'];
	if (value !== undefined && value !== null) {
		flags |= 4096;
		frame[frame.length] = shortString('appId', value);
	}
	frame[at] = flags;
}

/** `persistent` wins over `deliveryMode`; a true `deliveryMode` means persistent, a false one nothing. */
function deliveryMode(options: Readonly<Record<string, unknown>>): number | undefined {
	const persistent = options['persistent'];
	if (persistent !== undefined) return persistent ? 2 : 1;
	const mode = options['deliveryMode'];
	if (typeof mode === 'number') return mode;
	return mode ? 2 : undefined;
}

/** Headers with CC and BCC put before the program's own. */
function headersText(options: Readonly<Record<string, unknown>>): string | null {
	const headers = options['headers'];
	const cc = options['CC'];
	const bcc = options['BCC'];
	if (cc === undefined && bcc === undefined)
		return headers ? encodeTable(prototypeOf(headers)) : null;
	const table = ObjectCreate(headers ? prototypeOf(headers) : null) as Record<string, unknown>;
	if (cc !== undefined) table['CC'] = addresses(cc);
	if (bcc !== undefined) table['BCC'] = addresses(bcc);
	return encodeTable(table);
}

function addresses(given: unknown): string[] {
	if (!ArrayIsArray(given)) return [toText(given)];
	const list: string[] = [];
	for (let index = 0; index < given.length; index++) list[index] = toText(given[index]);
	return list;
}

/** The message in a frame whose bit mask stands at `at`, under the given fields. */
export function messageOf(fields: object, frame: WirePayload, at: number): Message {
	const flags = frame[at] as number;
	const body = frame[frame.length - 1] as Uint8Array;
	return {
		fields,
		properties: flags === 0 ? noProperties() : propertiesOf(flags, frame, at + 1),
		content: asBuffer(body)
	} as unknown as Message;
}

function noProperties(): MessageProperties {
	return {
		contentType: undefined,
		contentEncoding: undefined,
		headers: {},
		deliveryMode: undefined,
		priority: undefined,
		correlationId: undefined,
		replyTo: undefined,
		expiration: undefined,
		messageId: undefined,
		timestamp: undefined,
		type: undefined,
		userId: undefined,
		appId: undefined,
		clusterId: undefined
	};
}

function propertiesOf(flags: number, frame: WirePayload, start: number): MessageProperties {
	let at = start;
	return {
		contentType: flags & 1 ? frame[at++] : undefined,
		contentEncoding: flags & 2 ? frame[at++] : undefined,
		headers: flags & 4 ? decodeTable(frame[at++] as string) : {},
		deliveryMode: flags & 8 ? frame[at++] : undefined,
		priority: flags & 16 ? frame[at++] : undefined,
		correlationId: flags & 32 ? frame[at++] : undefined,
		replyTo: flags & 64 ? frame[at++] : undefined,
		expiration: flags & 128 ? frame[at++] : undefined,
		messageId: flags & 256 ? frame[at++] : undefined,
		timestamp: flags & 512 ? frame[at++] : undefined,
		type: flags & 1024 ? frame[at++] : undefined,
		userId: flags & 2048 ? frame[at++] : undefined,
		appId: flags & 4096 ? frame[at++] : undefined,
		clusterId: flags & 8192 ? frame[at] : undefined
	};
}

/** The message of a `basic.deliver` frame. */
export function deliveredMessage(frame: WirePayload): ConsumeMessage {
	const flags = frame[7] as number;
	return {
		fields: {
			consumerTag: frame[2],
			deliveryTag: frame[3],
			redelivered: frame[4],
			exchange: frame[5],
			routingKey: frame[6]
		},
		properties: flags === 0 ? noProperties() : propertiesOf(flags, frame, 8),
		content: asBuffer(frame[frame.length - 1] as Uint8Array)
	} as unknown as ConsumeMessage;
}

/** The message of a `basic.get-ok` frame. */
export function gottenMessage(frame: WirePayload): GetMessage {
	const fields = {
		deliveryTag: frame[2],
		redelivered: frame[3],
		exchange: frame[4],
		routingKey: frame[5],
		messageCount: frame[6]
	};
	return messageOf(fields, frame, 7) as GetMessage;
}

/** The message of a `basic.return` frame. */
export function returnedMessage(frame: WirePayload): Message {
	const fields = {
		replyCode: frame[2],
		replyText: frame[3],
		exchange: frame[4],
		routingKey: frame[5]
	};
	return messageOf(fields, frame, 6);
}
