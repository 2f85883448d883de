// A finger that rests on one place, as the right mouse button for those who have none.

/** How long it rests, milliseconds, and how far it may stray, CSS pixels. */
const restMs = 500;
const strayPx = 8;

/** Calls back once for each press that rests. Give it every pointer event of an element. */
export class LongPress {
	readonly #onRest: (event: PointerEvent) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#at = { x: 0, y: 0 };

	constructor(onRest: (event: PointerEvent) => void) {
		this.#onRest = onRest;
	}

	down(event: PointerEvent): void {
		this.cancel();
		if (event.pointerType !== 'touch') return;
		this.#at = { x: event.clientX, y: event.clientY };
		this.#timer = setTimeout(() => {
			this.#onRest(event);
		}, restMs);
	}

	move({ clientX, clientY }: PointerEvent): void {
		if (Math.hypot(clientX - this.#at.x, clientY - this.#at.y) > strayPx) this.cancel();
	}

	cancel(): void {
		clearTimeout(this.#timer);
	}
}
