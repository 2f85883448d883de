// What fingers and the mouse do on the stage: one drags it, two pinch it, a press that goes nowhere is a tap. Knows points of
// the pane and no figures.

export interface GestureTarget {
	panBy(dx: number, dy: number): void;
	zoomBy(factor: number, x: number, y: number): void;
}

interface Contact {
	readonly x: number;
	readonly y: number;
}

/** A press that moves less than this is a tap, CSS pixels. */
const tapSlop = 4;

export class StageGestures {
	readonly #target: GestureTarget;
	readonly #contacts = new Map<number, Contact>();
	#isTap = false;

	constructor(target: GestureTarget) {
		this.#target = target;
	}

	/** A contact begins; places are CSS pixels from the pane's corner. */
	down(id: number, x: number, y: number): void {
		this.#contacts.set(id, { x, y });
		this.#isTap = this.#contacts.size === 1;
	}

	move(id: number, x: number, y: number): void {
		const before = this.#contacts.get(id);
		if (before === undefined) return;
		if (this.#isTap && Math.hypot(x - before.x, y - before.y) < tapSlop) return;
		this.#isTap = false;
		const other = [...this.#contacts].find(([key]) => key !== id)?.[1];
		this.#contacts.set(id, { x, y });
		if (other === undefined) {
			this.#target.panBy(x - before.x, y - before.y);
			return;
		}
		const apart = Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
		const now = Math.max(Math.hypot(x - other.x, y - other.y), 1);
		this.#target.panBy((x - before.x) / 2, (y - before.y) / 2);
		this.#target.zoomBy(now / apart, (x + other.x) / 2, (y + other.y) / 2);
	}

	/** A contact ends. Was it a tap? */
	up(id: number): boolean {
		const isTap = this.#isTap && this.#contacts.has(id);
		this.#contacts.delete(id);
		this.#isTap = false;
		return isTap;
	}

	/** The system took a contact away. */
	cancel(id: number): void {
		this.#contacts.delete(id);
		this.#isTap = false;
	}
}
