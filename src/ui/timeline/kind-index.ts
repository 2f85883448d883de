// Where the events of each kind are in a trace, read once as it grows: a step and a mark are then a look into a list.
import type { Trace } from '#trace';
import { kindsOf, type EventKind } from './event-kinds.ts';

class KindIndex {
	readonly #trace: Trace;
	readonly #seqs = new Map<EventKind, number[]>();
	#read = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	/** Sequence numbers of all events of a kind so far, ascending. Grows in place. */
	seqsOf(kind: EventKind): readonly number[] {
		for (; this.#read < this.#trace.length; this.#read++) {
			for (const each of kindsOf(this.#trace.event(this.#read))) this.#list(each).push(this.#read);
		}
		return this.#list(kind);
	}

	#list(kind: EventKind): number[] {
		let list = this.#seqs.get(kind);
		if (list === undefined) {
			list = [];
			this.#seqs.set(kind, list);
		}
		return list;
	}
}

const indexes = new WeakMap<Trace, KindIndex>();

/** The index of a trace, shared by all who ask. */
export function kindIndex(trace: Trace): KindIndex {
	let index = indexes.get(trace);
	if (index === undefined) {
		index = new KindIndex(trace);
		indexes.set(trace, index);
	}
	return index;
}
