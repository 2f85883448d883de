// The broker's reply codes and how amqplib words a close. Not the broker's own texts: those come over the wire.
// Source: AMQP 0-9-1 section 1.2 (constants), with RabbitMQ's 311 CONTENT-TOO-LARGE and 312 NO-ROUTE.

import type { WirePayload } from '../../sandbox/turn-batch.ts';

export const replySuccess = 200;
export const connectionForced = 320;
export const channelError = 504;
export const unexpectedFrame = 505;
export const internalError = 541;

const names: Readonly<Record<number, string>> = {
	200: 'REPLY-SUCCESS',
	311: 'CONTENT-TOO-LARGE',
	312: 'NO-ROUTE',
	313: 'NO-CONSUMERS',
	320: 'CONNECTION-FORCED',
	402: 'INVALID-PATH',
	403: 'ACCESS-REFUSED',
	404: 'NOT-FOUND',
	405: 'RESOURCE-LOCKED',
	406: 'PRECONDITION-FAILED',
	501: 'FRAME-ERROR',
	502: 'SYNTAX-ERROR',
	503: 'COMMAND-INVALID',
	504: 'CHANNEL-ERROR',
	505: 'UNEXPECTED-FRAME',
	506: 'RESOURCE-ERROR',
	530: 'NOT-ALLOWED',
	540: 'NOT-IMPLEMENTED',
	541: 'INTERNAL-ERROR'
};

/** A `connection.close` or `channel.close` frame as amqplib words it: `404 (NOT-FOUND) with message "NOT_FOUND - ..."`. */
export function closeText(close: WirePayload): string {
	const code = close[2] as number;
	return `${code} (${names[code]}) with message "${close[3] as string}"`;
}
