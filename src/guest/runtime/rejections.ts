// Promises rejected without a handler. The engine reports each rejection and each late handler; what is still
// unhandled when ticks and promise jobs have run is an unhandled rejection.
// Source: Node.js lib/internal/process/promises.js.

import { describeReason } from './error-report.ts';
import { isOutOfMemory } from './process-life.ts';
import {
	MapPrototypeDelete,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeSet,
	ObjectDefineProperty,
	WeakMapPrototypeGet,
	WeakMapPrototypeSet
} from './primordials.ts';
import { noteWork } from './work.ts';

type Emit = (event: string, ...args: unknown[]) => boolean;
type Die = (error: unknown, origin: 'unhandledRejection') => void;

let pending = new Map<object, unknown>();
const warned = new WeakMap<object, boolean>();
const lateHandled: object[] = [];

/** The engine's report. Private to the event loop. */
export function noteRejection(promise: object, reason: unknown, isHandled: boolean): void {
	noteWork();
	if (!isHandled) {
		MapPrototypeSet(pending, promise, reason);
		return;
	}
	if (MapPrototypeDelete(pending, promise)) return;
	if (WeakMapPrototypeGet(warned, promise) === true) lateHandled[lateHandled.length] = promise;
}

/** Reports what is still unhandled. True when there was something. Private to the event loop. */
export function processRejections(emit: Emit, die: Die): boolean {
	let didSomething = false;
	while (lateHandled.length > 0) {
		const promise = lateHandled[lateHandled.length - 1] as object;
		lateHandled.length -= 1;
		didSomething = true;
		emit('rejectionHandled', promise);
	}
	while (pending.size > 0) {
		const batch = pending;
		pending = new Map();
		didSomething = true;
		reportEach(batch, emit, die);
	}
	return didSomething;
}

function reportEach(batch: Map<object, unknown>, emit: Emit, die: Die): void {
	const promises: object[] = [];
	MapPrototypeForEach(batch, (_reason, promise) => {
		promises[promises.length] = promise as object;
	});
	for (let index = 0; index < promises.length; index++) {
		const promise = promises[index] as object;
		const reason = MapPrototypeGet(batch, promise) as unknown;
		WeakMapPrototypeSet(warned, promise, true);
		if (isOutOfMemory(reason)) die(reason, 'unhandledRejection');
		if (emit('unhandledRejection', reason, promise)) continue;
		die(isError(reason) ? reason : rejectionError(reason), 'unhandledRejection');
	}
}

/** What Node.js throws for a rejection whose reason is no Error. */
function rejectionError(reason: unknown): Error {
	const error: Error & { code?: string } = new Error(
		'This error originated either by throwing inside of an async function without a catch block, or by rejecting a ' +
			`promise which was not handled with .catch(). The promise rejected with the reason "${describeReason(reason)}".`
	);
	ObjectDefineProperty(error, 'name', { value: 'UnhandledPromiseRejection', configurable: true });
	error.code = 'ERR_UNHANDLED_REJECTION';
	return error;
}

function isError(value: unknown): boolean {
	return value instanceof Error;
}
