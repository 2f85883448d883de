// What library code tells the trace beside its operations: facts only it knows, and the framework's own log.

import { hostOp } from './host.ts';
import {
	ArrayIsArray,
	JSONStringify,
	ObjectCreate,
	ObjectKeys,
	ObjectSetPrototypeOf
} from './primordials.ts';

/** A flat fact: values are primitives or lists of primitives. */
export type Fact = Readonly<
	Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[]>
>;

/** Records a fact in the trace, e.g. `noteFact('pomelo.route-decided', { serverType: 'time', chosen: 'time-server-1' })`. */
export function noteFact(kind: string, fact: Fact): void {
	hostOp('note', kind, JSONStringify(apart(fact)));
}

/** A copy that inherits nothing: a program's `toJSON` or setter on a prototype changes nothing of what is told. */
function apart(fact: Fact): Fact {
	const copy = ObjectCreate(null) as Record<string, Fact[string]>;
	const keys = ObjectKeys(fact);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] ?? '';
		const value = fact[key] ?? null;
		copy[key] = isList(value) ? listApart(value) : value;
	}
	return copy;
}

type List = Extract<Fact[string], readonly unknown[]>;

const isList = (value: Fact[string]): value is List => ArrayIsArray(value);

function listApart(list: List): List {
	const copy = ObjectSetPrototypeOf([], null) as List[number][];
	for (let index = 0; index < list.length; index++) copy[index] = list[index] ?? null;
	return copy;
}

/** Writes to the stream `log`: what a framework prints by itself, apart from the program's own output. No final newline. */
export function frameworkLog(text: string): void {
	hostOp('print', 'log', text);
}
