// What travels between two servers, and how it becomes text.
// On a socket of protocol `pomelo-rpc`: ['request', id, namespace, serverType, service, method, argsJson] and
// ['reply', id, respJson]. With bufferMsg: ['batch', count] announces how many follow at once.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/mailboxes/mqtt-mailbox.js, lib/rpc-server/acceptors/mqtt-acceptor.js.
// Differs: there the message is one JSON text over MQTT, `{id, msg}` and `{id, resp}`.

import { JSONStringify } from '../runtime/primordials.ts';
import { field, fieldOf, isObject, textOf, type Fields } from './dynamic.ts';

/** A call as routers and filters see it. `args` is the caller's own array: changes before sending are visible. */
export interface RpcMessage extends Fields {
	namespace: string;
	serverType?: string;
	service: string;
	method: string;
	args: unknown[];
}

/** The payload for a request. Throws what JSON throws for circular values. */
export function encodeRequest(id: number, message: RpcMessage): (string | number | null)[] {
	// What is no message at all makes the callee throw, not the caller.
	if (!isObject(message)) return ['request', id];
	const argsJson = JSONStringify(message.args) as string | undefined;
	return [
		'request',
		id,
		textOrNull(message.namespace),
		textOrNull(message.serverType),
		textOrNull(message.service),
		textOrNull(message.method),
		argsJson ?? null
	];
}

/** The payload for a reply: all arguments of the remote's callback. A leading Error crosses as its stack alone. */
export function encodeReply(id: number, values: unknown[]): (string | number)[] {
	const first = values[0];
	if (first && first instanceof Error) values[0] = describeError(first);
	return ['reply', id, JSONStringify(values)];
}

/** What is left of an error on the other side: no message, no class. Throws for undefined and null. */
export function describeError(error: unknown): Fields {
	return { msg: fieldOf(error, 'msg'), stack: field(error, 'stack') };
}

/** Null for what is not there, as a field that is undefined does not travel. */
function textOrNull(value: unknown): string | null {
	return value === undefined ? null : textOf(value);
}

/**
 * Which of the messages on a connection came together (`bufferMsg`): when one of them makes somebody throw, the rest of
 * them is lost.
 */
export class Batch {
	isBroken = false;
	#left = 0;

	/** `['batch', count]` was heard. */
	begin(count: unknown): void {
		this.#left = Number(count);
		this.isBroken = false;
	}

	/** The next message is here: is it one of a batch? */
	take(): boolean {
		const isInBatch = this.#left > 0;
		if (isInBatch) this.#left -= 1;
		else this.isBroken = false;
		return isInBatch;
	}
}
