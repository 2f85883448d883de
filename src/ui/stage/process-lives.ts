// What befell each process of a run that its own state does not tell: when it was started, errors the broker told it of, and
// errors it caught at the last moment (`uncaughtException`).
import type { ActorId } from '#kernel/events';

export class ProcessLives {
	readonly #starts = new Map<ActorId, number[]>();
	readonly #failures = new Map<
		ActorId,
		{ readonly seq: number; readonly arrivedSeq: () => number; readonly code: number }[]
	>();

	readonly #caught = new Map<ActorId, number[]>();

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

	/** An error nobody handled reached its listener. */
	caught(process: ActorId, seq: number): void {
		const caught = this.#caught.get(process);
		if (caught === undefined) this.#caught.set(process, [seq]);
		else caught.push(seq);
	}

	/** How many errors a process has caught before a cursor, in its present life. */
	caughtAt(process: ActorId, cursor: number): number {
		const start = this.#startBefore(process, cursor);
		const seqs = this.#caught.get(process) ?? [];
		return seqs.filter((seq) => seq > start && seq < cursor).length;
	}

	/** Code of the last error the broker has told a process of before a cursor, in its present life; null for none. */
	failureAt(process: ActorId, cursor: number): number | null {
		const start = this.#startBefore(process, cursor);
		const told = this.#failures
			.get(process)
			?.findLast(({ seq, arrivedSeq }) => seq > start && arrivedSeq() < cursor);
		return told?.code ?? null;
	}

	#startBefore(process: ActorId, cursor: number): number {
		return this.#starts.get(process)?.findLast((seq) => seq < cursor) ?? 0;
	}

	/** Is it started after a cursor? */
	startsAfter(process: ActorId, cursor: number): boolean {
		return this.#starts.get(process)?.some((seq) => seq >= cursor) === true;
	}
}
