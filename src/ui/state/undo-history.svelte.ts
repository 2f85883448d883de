// What the person did on the page and can take back, newest last: changes of files, processes and settings, and what was
// done to the run. Typing is not here: the code editor takes that back itself.

/** Something done. */
export interface UndoStep {
	/** What was done, for the button: `Removed client.js`. */
	readonly label: string;
	/** Takes it back. @returns the step that does it again */
	undo(): UndoStep;
}

/** Steps kept. */
const stepsMax = 100;

export class UndoHistory {
	#done: readonly UndoStep[] = $state.raw([]);
	#undone: readonly UndoStep[] = $state.raw([]);

	/** What `undo` would take back; null when there is nothing. */
	get undoLabel(): string | null {
		return this.#done.at(-1)?.label ?? null;
	}

	/** What `redo` would do again; null when there is nothing. */
	get redoLabel(): string | null {
		return this.#undone.at(-1)?.label ?? null;
	}

	/** Something was done; what had been taken back cannot be done again. */
	push(step: UndoStep): void {
		this.#done = [...this.#done, step].slice(-stepsMax);
		this.#undone = [];
	}

	/** Takes the last step back. @returns its label; null when there was none */
	undo(): string | null {
		const step = this.#done.at(-1);
		if (step === undefined) return null;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, step.undo()];
		return step.label;
	}

	/** Does the last step taken back again. @returns its label; null when there was none */
	redo(): string | null {
		const step = this.#undone.at(-1);
		if (step === undefined) return null;
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, step.undo()];
		return step.label;
	}

	clear(): void {
		this.#done = [];
		this.#undone = [];
	}
}
