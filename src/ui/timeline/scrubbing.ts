// Dragging along the timeline with a mouse, a pen or a finger. Turns pointer events into places on the line; knows no run.

/** Where the pointer is on the line. */
export interface ScrubMove {
	/** 0 to 1. */
	readonly part: number;
	/** Where it was pressed; null while it only hovers. */
	readonly from: number | null;
	/** Part of the line a pixel is. */
	readonly perPixel: number;
	/** It was pressed with Shift: a stretch is meant, not a place. */
	readonly isLoop: boolean;
}

/** The line begins and ends this far from the element's edges, pixels. */
const inset = 8;

/** An attachment for the slider's element. `leave`: the pointer is gone. */
export function scrubbing(
	move: (scrub: ScrubMove) => void,
	leave: () => void
): (element: HTMLElement) => () => void {
	return (element) => {
		let from: number | null = null;
		let isLoop = false;

		const scrubAt = (event: PointerEvent): ScrubMove => {
			const box = element.getBoundingClientRect();
			const length = Math.max(box.width - 2 * inset, 1);
			const part = Math.min(Math.max((event.clientX - box.left - inset) / length, 0), 1);
			return { part, from, perPixel: 1 / length, isLoop };
		};
		const press = (event: PointerEvent): void => {
			if (event.button !== 0) return;
			// The browser's slider would jump to where the value is by number of events.
			event.preventDefault();
			element.focus();
			element.setPointerCapture(event.pointerId);
			isLoop = event.shiftKey;
			from = scrubAt(event).part;
			move(scrubAt(event));
		};
		const follow = (event: PointerEvent): void => {
			move(scrubAt(event));
		};
		const release = (event: PointerEvent): void => {
			from = null;
			isLoop = false;
			if (event.pointerType !== 'mouse') leave();
		};
		const hold = (event: Event): void => {
			event.preventDefault();
		};

		const listening = new AbortController();
		const { signal } = listening;
		element.addEventListener('pointerdown', press, { signal });
		element.addEventListener('pointermove', follow, { signal });
		element.addEventListener('pointerup', release, { signal });
		element.addEventListener('pointercancel', release, { signal });
		element.addEventListener('pointerleave', leave, { signal });
		element.addEventListener('mousedown', hold, { signal });
		element.addEventListener('touchstart', hold, { signal, passive: false });
		return () => {
			listening.abort();
		};
	};
}
