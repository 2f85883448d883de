// What is open of the faults: the menu of what can be done to one thing, the list of what was done. Nothing about the run.
import type { FaultTarget } from './fault-target.ts';

/** A menu and the place it belongs to, CSS pixels of the window. */
export interface FaultMenuPlace {
	readonly target: FaultTarget;
	readonly x: number;
	readonly y: number;
}

export class FaultsView {
	menu: FaultMenuPlace | null = $state.raw(null);
	isListOpen = $state(false);
	/** Number of the intervention whose fields are open; null for none. */
	editing: number | null = $state(null);

	openMenu(target: FaultTarget, x: number, y: number): void {
		this.menu = { target, x, y };
	}

	/** Opens the list, with the fields of one intervention if it is given. */
	openList(editing: number | null = null): void {
		this.menu = null;
		this.editing = editing;
		this.isListOpen = true;
	}
}
