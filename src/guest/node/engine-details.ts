// What Node.js asks its engine about a value's inside when it prints it.
// Source: Node.js v20 src/node_util.cc. Promises and proxies: inspect.ts and inspect-ground.ts.

import {
	ArrayIsArray,
	ArrayPrototypePush,
	ArrayPrototypeShift,
	ObjectDefineProperty,
	ObjectGetPrototypeOf,
	ObjectPrototypePropertyIsEnumerable,
	ReflectOwnKeys,
	StringPrototypeCharCodeAt,
	uncurryThis,
	WeakMapPrototypeGet,
	WeakMapPrototypeSet
} from './primordials.ts';
import { isMapIterator } from './value-kinds.ts';

export const constants = {
	ALL_PROPERTIES: 0,
	ONLY_ENUMERABLE: 2,
	SKIP_SYMBOLS: 16
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

/* eslint-disable @typescript-eslint/unbound-method -- taken off to be called on any iterator */
const mapNext = uncurryThis(iteratorPrototype(new Map()).next);
const setNext = uncurryThis(iteratorPrototype(new Set()).next);
/* eslint-enable @typescript-eslint/unbound-method */
/** Items taken from an iterator to show them; the iterator gives them from here from then on. */
const taken = new WeakMap<object, unknown[]>();

function iteratorPrototype(collection: Iterable<unknown>): Iterator<unknown> {
	return ObjectGetPrototypeOf(collection[Symbol.iterator]()) as Iterator<unknown>;
}

/**
 * The items an iterator of a Map or Set would still give; for an iterator of entries keys and values in turn, and true.
 * The engine does not tell, so the items are taken out and the iterator is made to give them from the list.
 * Differs: such an iterator does not see later changes; pairs among the values look like entries.
 */
export function previewEntries(iterator: object, isIterator?: boolean): unknown {
	if (isIterator !== true) return [];
	const items =
		(WeakMapPrototypeGet(taken, iterator) as unknown[] | undefined) ?? takeItems(iterator);
	let isPairs = items.length > 0;
	const flat: unknown[] = [];
	for (let index = 0; index < items.length; index++) {
		const item = items[index];
		isPairs &&= ArrayIsArray(item) && item.length === 2;
		if (!isPairs) return [items, false];
		flat[index * 2] = (item as unknown[])[0];
		flat[index * 2 + 1] = (item as unknown[])[1];
	}
	return [isPairs ? flat : items, isPairs];
}

function takeItems(iterator: object): unknown[] {
	const next = isMapIterator(iterator) ? mapNext : setNext;
	const items: unknown[] = [];
	for (let step = next(iterator); step.done !== true; step = next(iterator)) {
		items[items.length] = step.value;
	}
	WeakMapPrototypeSet(taken, iterator, items);
	ObjectDefineProperty(iterator, 'next', {
		value: (): IteratorResult<unknown> =>
			items.length === 0
				? { done: true, value: undefined }
				: { done: false, value: ArrayPrototypeShift(items) },
		writable: true,
		configurable: true,
		enumerable: false
	});
	return items;
}
