// When the turns of each process end, for the bar that fills while a process is busy. Reads a trace as it grows.
import type { Trace } from '#trace';
import type { ActorId } from '#kernel/events';

export class TurnTimes {
	readonly #trace: Trace;
	/** Sequence numbers of each process' `turn.ended`, ascending. */
	readonly #ends = new Map<ActorId, number[]>();
	#read = 0;

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	/** Virtual time the turn under way at a cursor ends (microseconds); null while that is not known. */
	endOfTurn(process: ActorId, cursor: number): number | null {
		this.#catchUp();
		const ends = this.#ends.get(process) ?? [];
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ends[middle] ?? 0) < cursor) low = middle + 1;
			else high = middle;
		}
		const seq = ends[low];
		return seq === undefined ? null : this.#trace.event(seq).at;
	}

	#catchUp(): void {
		const seqs = this.#trace.seqsOfKind('turn.ended');
		for (; this.#read < seqs.length; this.#read++) {
			const seq = seqs[this.#read] ?? 0;
			const { actor } = this.#trace.event(seq);
			const ends = this.#ends.get(actor);
			if (ends === undefined) this.#ends.set(actor, [seq]);
			else ends.push(seq);
		}
	}
}
