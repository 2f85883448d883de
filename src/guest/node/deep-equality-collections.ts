// Deep equality of Map and Set, whose order does not count.

import { deepEqual, type Comparison } from './deep-equality.ts';
import {
	ArrayPrototypeSplice,
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeGetSize,
	MapPrototypeHas,
	SetPrototypeAdd,
	SetPrototypeForEach,
	SetPrototypeGetSize,
	SetPrototypeHas
} from './primordials.ts';
import { isMap, isSet } from './value-kinds.ts';

interface Entry {
	readonly key: unknown;
	readonly value: unknown;
}

/** True when both are collections with equal elements, or neither is one. */
export function unorderedEqual(run: Comparison, a: unknown, b: unknown): boolean {
	if (isSet(a)) return sameSets(run, a as Set<unknown>, b as Set<unknown>);
	if (isMap(a)) return sameMaps(run, a as Map<unknown, unknown>, b as Map<unknown, unknown>);
	return true;
}

function sameSets(run: Comparison, a: Set<unknown>, b: Set<unknown>): boolean {
	if (SetPrototypeGetSize(a) !== SetPrototypeGetSize(b)) return false;
	const left: Entry[] = [];
	const right: Entry[] = [];
	SetPrototypeForEach(a, (key: unknown) => {
		if (!SetPrototypeHas(b, key)) left[left.length] = { key, value: undefined };
	});
	SetPrototypeForEach(b, (key: unknown) => {
		if (!SetPrototypeHas(a, key)) right[right.length] = { key, value: undefined };
	});
	return canPair(run, left, right);
}

function sameMaps(run: Comparison, a: Map<unknown, unknown>, b: Map<unknown, unknown>): boolean {
	if (MapPrototypeGetSize(a) !== MapPrototypeGetSize(b)) return false;
	const paired = new Set<unknown>();
	const left: Entry[] = [];
	const right: Entry[] = [];
	MapPrototypeForEach(a, (value: unknown, key: unknown) => {
		if (MapPrototypeHas(b, key) && deepEqual(run, value, MapPrototypeGet(b, key)))
			SetPrototypeAdd(paired, key);
		else left[left.length] = { key, value };
	});
	MapPrototypeForEach(b, (value: unknown, key: unknown) => {
		if (!SetPrototypeHas(paired, key)) right[right.length] = { key, value };
	});
	return canPair(run, left, right);
}

/** Whether each entry finds one of its own on the other side. */
function canPair(run: Comparison, left: readonly Entry[], right: Entry[]): boolean {
	if (left.length !== right.length) return false;
	for (let index = 0; index < left.length; index++) {
		const { key, value } = left[index] as Entry;
		const isPrimitive = typeof key !== 'object' || key === null;
		if (isPrimitive && run.isStrict) return false;
		let at = 0;
		for (; at < right.length; at++) {
			const other = right[at] as Entry;
			if (deepEqual(run, key, other.key) && deepEqual(run, value, other.value)) break;
		}
		if (at === right.length) return false;
		ArrayPrototypeSplice(right, at, 1);
	}
	return true;
}
