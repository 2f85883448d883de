// What befell each process of a run that its own state does not tell: when it was started, and errors the broker told it of.
import type { ActorId } from '#kernel/events';

export class ProcessLives {
	readonly #starts = new Map<ActorId, number[]>();
	readonly #failures = new Map<
		ActorId,
		{ readonly seq: number; readonly arrivedSeq: () => number; readonly code: number }[]
	>();

	started(process: ActorId, seq: number): void {
		const starts = this.#starts.get(process);
		if (starts === undefined) this.#starts.set(process, [seq]);
		else starts.push(seq);
	}

	/** The broker sent it news of an error. `arrivedSeq` says when that got there, as far as is known. */
	failed(process: ActorId, seq: number, code: number, arrivedSeq: () => number): void {
		const failure = { seq, code, arrivedSeq };
		const failures = this.#failures.get(process);
		if (failures === undefined) this.#failures.set(process, [failure]);
		else failures.push(failure);
	}

	/** Code of the last error the broker has told a process of before a cursor, in its present life; null for none. */
	failureAt(process: ActorId, cursor: number): number | null {
		const start = this.#starts.get(process)?.findLast((seq) => seq < cursor) ?? 0;
		const told = this.#failures
			.get(process)
			?.findLast(({ seq, arrivedSeq }) => seq > start && arrivedSeq() < cursor);
		return told?.code ?? null;
	}

	/** Is it started after a cursor? */
	startsAfter(process: ActorId, cursor: number): boolean {
		return this.#starts.get(process)?.some((seq) => seq >= cursor) === true;
	}
}
