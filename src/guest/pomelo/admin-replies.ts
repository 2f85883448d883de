// Admin requests that wait for their answers, and how messages and errors become text.
// Source: pomelo-admin 1.0.1 lib/util/protocol.js.

import {
	JSONStringify,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import { field } from './dynamic.ts';

/** Callbacks waiting for replies, by request number. */
export class ReplyTable {
	readonly #waiting = new Map<number, (text: string) => void>();
	#lastId = 0;

	add(cb: (text: string) => void): number {
		const id = ++this.#lastId;
		MapPrototypeSet(this.#waiting, id, cb);
		return id;
	}

	answer(id: number, text: string): void {
		const cb = MapPrototypeGet(this.#waiting, id) as ((text: string) => void) | undefined;
		MapPrototypeDelete(this.#waiting, id);
		cb?.(text);
	}
}

/** JSON for a message; undefined travels as null does. */
export function toText(value: unknown): string {
	const text = JSONStringify(value) as string | undefined;
	return text ?? 'null';
}

/** An error as it crosses between admin modules: message and stack; anything else as it is. */
export function describeAdminError(err: unknown): unknown {
	if (!(err instanceof Error)) return err;
	return { message: field(err, 'message'), stack: field(err, 'stack') };
}
