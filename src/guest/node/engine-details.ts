// What Node.js asks its engine about a value's inside when it prints it.
// Source: Node.js v20 src/node_util.cc.

import { hostPromiseResult, hostPromiseState, hostProxyPart } from '../runtime/host.ts';
import {
	ArrayPrototypePush,
	ObjectPrototypePropertyIsEnumerable,
	ObjectPrototypeToString,
	ReflectOwnKeys,
	StringPrototypeCharCodeAt,
	StringPrototypeSlice
} from './primordials.ts';

export const constants = {
	ALL_PROPERTIES: 0,
	ONLY_ENUMERABLE: 2,
	SKIP_SYMBOLS: 16,
	kPending: 0,
	kRejected: 2
};

/** Own keys that are no array index, in order. `filter` adds up ONLY_ENUMERABLE and SKIP_SYMBOLS. */
export function getOwnNonIndexProperties(object: object, filter: number): PropertyKey[] {
	const keys = ReflectOwnKeys(object);
	const found: PropertyKey[] = [];
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string | symbol;
		if (typeof key === 'symbol') {
			if ((filter & constants.SKIP_SYMBOLS) !== 0) continue;
		} else if (isIndex(key)) {
			continue;
		}
		if (
			(filter & constants.ONLY_ENUMERABLE) !== 0 &&
			!ObjectPrototypePropertyIsEnumerable(object, key)
		) {
			continue;
		}
		ArrayPrototypePush(found, key);
	}
	return found;
}

/** True for the canonical text of a whole number below 2^32 - 1. */
function isIndex(key: string): boolean {
	if (key.length === 0 || key.length > 10) return false;
	for (let index = 0; index < key.length; index++) {
		const code = StringPrototypeCharCodeAt(key, index);
		if (code < 48 || code > 57) return false;
	}
	const value = +key;
	return `${value}` === key && value < 4_294_967_295;
}

/** State (kPending, 1, kRejected) and result of a promise. */
export function getPromiseDetails(promise: unknown): [state: number, result: unknown] {
	const state = hostPromiseState(promise);
	return [state, state === constants.kPending ? undefined : hostPromiseResult(promise)];
}

/** Target and handler of a Proxy, or the target alone when `isFull` is false; undefined for anything else. */
export function getProxyDetails(value: unknown, isFull = true): unknown {
	const target = hostProxyPart(value, 0);
	if (target === undefined) return undefined;
	return isFull ? [target, hostProxyPart(value, 1)] : target;
}

/**
 * The items an iterator would still give.
 * Differs: the engine does not tell, so a Map's or Set's iterator prints as empty.
 */
export function previewEntries(_iterator: unknown, isIterator?: boolean): unknown {
	return isIterator === true ? [[], false] : [];
}

/** The class an object was made by, when no `constructor` says so. */
export function getConstructorName(object: unknown): string {
	return StringPrototypeSlice(ObjectPrototypeToString(object), 8, -1);
}

/** Differs: there are no native pointers here. */
export function getExternalValue(): bigint {
	return 0n;
}
