// Reply codes and method numbers of AMQP 0-9-1. A table, nothing else.
// Source: AMQP 0-9-1 specification, 1.5 and 1.2; amqp-node/amqplib lib/defs.js.

/** The word a reply text begins with, by code. */
export const replyWords = {
	311: 'CONTENT_TOO_LARGE',
	312: 'NO_ROUTE',
	320: 'CONNECTION_FORCED',
	402: 'INVALID_PATH',
	403: 'ACCESS_REFUSED',
	404: 'NOT_FOUND',
	405: 'RESOURCE_LOCKED',
	406: 'PRECONDITION_FAILED',
	501: 'FRAME_ERROR',
	503: 'COMMAND_INVALID',
	504: 'CHANNEL_ERROR',
	530: 'NOT_ALLOWED',
	540: 'NOT_IMPLEMENTED',
	541: 'INTERNAL_ERROR'
} as const;

export type ReplyCode = keyof typeof replyWords;

/** Class and method number of the methods an error can be about. */
export const methodIds = {
	none: [0, 0],
	'connection.start-ok': [10, 11],
	'connection.open': [10, 40],
	'channel.open': [20, 10],
	'exchange.declare': [40, 10],
	'exchange.delete': [40, 20],
	'exchange.bind': [40, 30],
	'exchange.unbind': [40, 40],
	'queue.declare': [50, 10],
	'queue.bind': [50, 20],
	'queue.purge': [50, 30],
	'queue.delete': [50, 40],
	'queue.unbind': [50, 50],
	'basic.qos': [60, 10],
	'basic.consume': [60, 20],
	'basic.cancel': [60, 30],
	'basic.publish': [60, 40],
	'basic.get': [60, 70],
	'basic.ack': [60, 80],
	'basic.reject': [60, 90],
	'basic.recover': [60, 110],
	'basic.nack': [60, 120],
	'confirm.select': [85, 10]
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type MethodName = keyof typeof methodIds;
