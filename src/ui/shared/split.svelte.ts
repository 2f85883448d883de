// Panes side by side that share the room of their group: sizes, folds, and what is kept of both between visits.
import { getContext, setContext } from 'svelte';
import { movedBorder, parseLayout, type PaneLength } from './split-sizes.ts';

export type Direction = 'horizontal' | 'vertical';

/** Where layouts are kept by name; `''` and null: nothing is. */
export interface LayoutStore {
	getItem(name: string): string | null;
	setItem(name: string, value: string): void;
}

/** One pane of a split. */
export class SplitPart {
	readonly minPx: number;
	/** Share of the room among those that are not folded. */
	size: number = $state(0);
	/** Only the title is left. */
	folded: boolean = $state(false);
	element: HTMLElement | undefined;

	constructor(size: number, minPx: number) {
		this.size = size;
		this.minPx = minPx;
	}
}

/** The panes of one group, in the order in which they are made. */
export class Split {
	readonly direction: Direction;
	readonly #name: string;
	readonly #store: LayoutStore;
	readonly #parts: SplitPart[] = [];

	constructor(direction: Direction, name: string, store: LayoutStore) {
		this.direction = direction;
		this.#name = name;
		this.#store = store;
	}

	/** Panes there are so far. */
	get count(): number {
		return this.#parts.length;
	}

	/** Adds a pane; sizes that were kept come before `size`. */
	add(size: number, minPx: number): SplitPart {
		const part = new SplitPart(size, minPx);
		const kept = parseLayout(this.#store.getItem(this.#name));
		part.size = kept?.sizes[this.count] ?? size;
		part.folded = kept?.folded[this.count] ?? false;
		this.#parts.push(part);
		return part;
	}

	/** Folds a pane to its title, or unfolds it. */
	toggle(part: SplitPart): void {
		part.folded = !part.folded;
		this.keep();
	}

	/** The panes as they lie on the page. */
	measure(): readonly PaneLength[] {
		return this.#parts.map(({ element, minPx, folded }) => {
			const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
			return { px: this.direction === 'horizontal' ? width : height, minPx, folded };
		});
	}

	/** Moves the border behind pane `border` from where it was when the panes were measured. */
	move(measured: readonly PaneLength[], border: number, byPx: number): void {
		const lengths = movedBorder(measured, border, byPx);
		this.#parts.forEach((part, index) => {
			if (!part.folded) part.size = lengths[index] ?? part.size;
		});
	}

	/** Keeps sizes and folds for the next visit. */
	keep(): void {
		const sizes = this.#parts.map(({ size }) => size);
		const folded = this.#parts.map((part) => part.folded);
		this.#store.setItem(this.#name, JSON.stringify({ sizes, folded }));
	}
}

const key = Symbol('split');

/** Makes a split the one that panes and borders below belong to. */
export function provideSplit(split: Split): void {
	setContext(key, split);
}

/** The split around. */
export function useSplit(): Split {
	return getContext<Split>(key);
}
