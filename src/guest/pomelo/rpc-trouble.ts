// What goes wrong with a remote call, as a note in the trace: the log says it to the person who runs the servers, the note
// to the one who watches.

import { field, isObject, textOf } from './dynamic.ts';
import type { Platform } from './platform.ts';
import type { RpcMessage } from './rpc-message.ts';

/** Where a call went wrong; trace/describe-note.ts has a sentence for each. */
export type RpcTrouble =
	| 'unknown-server'
	| 'offline'
	| 'unreachable'
	| 'late-reply'
	| 'callback-threw'
	| 'remote-threw'
	| 'router-threw'
	| 'no-service'
	| 'no-method';

/** Adds the note. `target`: the other server's id, '' when it is not about one; `method`: `service.method`, '' when unknown. */
export function noteTrouble(
	platform: Platform,
	trouble: RpcTrouble,
	target: string,
	method: string,
	error?: unknown
): void {
	platform.note('pomelo.rpc-trouble', { trouble, target, method, error: messageOf(error) });
}

/** `service.method` of a call. */
export function methodOf(message: RpcMessage): string {
	return `${textOf(field(message, 'service'))}.${textOf(field(message, 'method'))}`;
}

/** The message of an error; null without one. Runs no code of the student's that could fail. */
function messageOf(error: unknown): string | null {
	if (error === undefined) return null;
	if (!isObject(error)) return textOf(error);
	try {
		return String(field(error, 'message'));
	} catch {
		return null;
	}
}
