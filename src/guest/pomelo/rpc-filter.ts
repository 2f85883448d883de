// The chain of RPC filters on the caller: functions or objects with before/after, each of which may rewrite the target,
// the message and the options, or veto with an error whose class is called exactly `Error`.
// Source: pomelo-rpc 1.0.7 lib/rpc-client/mailstation.js (doFilter), lib/util/utils.js (getObjectClass).

import { ReflectApply } from '../runtime/primordials.ts';
import { field, isFunction } from './dynamic.ts';
import type { RpcMessage } from './rpc-message.ts';

/** Where the chain ends: `err` is the veto, if any. */
export type FilterEnd = (
	err: unknown,
	serverId: unknown,
	message: RpcMessage,
	opts: unknown
) => void;

/** Runs the filters one after the other. A filter that never calls next loses the call. Throws what a filter throws. */
export function runRpcFilters(
	filters: readonly unknown[],
	operation: 'before' | 'after',
	serverId: unknown,
	message: RpcMessage,
	opts: unknown,
	end: FilterEnd
): void {
	const step = (
		index: number,
		err: unknown,
		id: unknown,
		msg: RpcMessage,
		options: unknown
	): void => {
		if (index >= filters.length || err) {
			end(err, id, msg, options);
			return;
		}
		const filter = filters[index];
		const method = isFunction(filter) ? filter : field(filter, operation);
		if (!isFunction(method)) {
			step(index + 1, err, id, msg, options);
			return;
		}
		const next = (target?: unknown, newMessage?: unknown, newOptions?: unknown): void => {
			if (className(target) === 'Error') step(index + 1, target, id, msg, options);
			else {
				const nextMessage = (newMessage || msg) as RpcMessage;
				step(index + 1, undefined, target || id, nextMessage, newOptions || options);
			}
		};
		ReflectApply(method, isFunction(filter) ? undefined : filter, [id, msg, options, next]);
	};
	step(0, undefined, serverId, message, opts);
}

function className(value: unknown): unknown {
	if (!value) return undefined;
	return field((value as { constructor: unknown }).constructor, 'name');
}
