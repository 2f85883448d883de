// The page's only frame loop: all changes first, then all drawing. Runs while somebody is on it.

type Frame = (elapsedMs: number) => void;

export class FrameLoop {
	readonly #changes = new Set<Frame>();
	readonly #drawings = new Set<Frame>();
	#isScheduled = false;
	#lastMs: number | null = null;

	/** Called each frame before anything is drawn. Returns what takes it off again. */
	onChange(frame: Frame): () => void {
		return this.#add(this.#changes, frame);
	}

	/** Called each frame after all changes. Returns what takes it off again. */
	onDraw(frame: Frame): () => void {
		return this.#add(this.#drawings, frame);
	}

	#add(set: Set<Frame>, frame: Frame): () => void {
		set.add(frame);
		this.#schedule();
		return () => {
			set.delete(frame);
		};
	}

	#schedule(): void {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		requestAnimationFrame((nowMs) => {
			this.#run(nowMs);
		});
	}

	#run(nowMs: number): void {
		this.#isScheduled = false;
		const elapsedMs = this.#lastMs === null ? 16 : nowMs - this.#lastMs;
		this.#lastMs = nowMs;
		for (const frame of this.#changes) frame(elapsedMs);
		for (const frame of this.#drawings) frame(elapsedMs);
		if (this.#changes.size + this.#drawings.size > 0) this.#schedule();
		else this.#lastMs = null;
	}
}

/** The one loop. */
export const frameLoop = new FrameLoop();
