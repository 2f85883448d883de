// Errors amqplib makes itself, with the fields the real ones carry.
// Source: amqplib 2.3.1, index.d.ts; reference amqp.md section 1.

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import {
	ObjectAssign,
	StringPrototypeIndexOf,
	StringPrototypeSlice
} from '../runtime/primordials.ts';

/** Use of a channel or connection that is closing or closed. Exported by both APIs. */
export class IllegalOperationError extends Error {
	override name = 'IllegalOperationError' as const;
	/** Where the channel or connection was closed: `Stack capture: <reason>` and the frames below it. */
	stackAtStateChange: string | undefined;

	constructor(message: string, stack?: string) {
		super(message);
		this.stackAtStateChange = stack;
	}
}

/** Why a channel or connection takes no more work: what each later use is told. */
export interface Refusal {
	readonly message: string;
	readonly stack: string;
}

/** The error for a use after the refusal. */
export function illegalOperation(refusal: Refusal): IllegalOperationError {
	return new IllegalOperationError(refusal.message, refusal.stack);
}

/** The present stack under the title amqplib gives it. */
export function captureStack(reason: string): string {
	const stack = new Error(reason).stack ?? '';
	const frames = StringPrototypeIndexOf(stack, '\n    at ');
	return `Stack capture: ${reason}${frames === -1 ? '' : StringPrototypeSlice(stack, frames)}`;
}

/** An error the broker is the cause of. */
export interface BrokerError extends Error {
	code?: number;
	classId?: number;
	methodId?: number;
}

/** The error for a `channel.close` frame, carrying its code and the method that caused it. */
export function channelCloseError(message: string, close: WirePayload): BrokerError {
	const error: BrokerError = new Error(message);
	error.code = close[2] as number;
	error.classId = close[4] as number;
	error.methodId = close[5] as number;
	return error;
}

/** Why a socket could not be opened, as Node.js words it: `connect ECONNREFUSED 127.0.0.1:5999`. */
export function connectError(code: string, host: string, port: number): Error {
	if (code === 'ENOTFOUND') {
		const syscall = 'getaddrinfo';
		const error = new Error(`${syscall} ${code} ${host}`);
		return ObjectAssign(error, { errno: -3008, code, syscall, hostname: host });
	}
	const syscall = 'connect';
	const address = host === 'localhost' ? '127.0.0.1' : host;
	const error = new Error(`${syscall} ${code} ${address}:${port}`);
	return ObjectAssign(error, { errno: errnos[code] ?? -1, code, syscall, address, port });
}

/** Linux numbers, negative as Node.js gives them. */
const errnos: Readonly<Record<string, number>> = {
	ECONNREFUSED: -111,
	ETIMEDOUT: -110,
	EHOSTUNREACH: -113,
	ECONNRESET: -104
};
