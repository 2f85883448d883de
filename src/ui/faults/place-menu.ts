// Where a menu stands so that it is whole on the window. Pure.

/** Room left to the window's edges, CSS pixels. */
const margin = 8;

/** The corner of a menu that is to open at a point: right and below of it where it fits, else pushed back into the window. */
export function placeMenu(
	at: { readonly x: number; readonly y: number },
	menu: { readonly width: number; readonly height: number },
	window: { readonly width: number; readonly height: number }
): { readonly x: number; readonly y: number } {
	const fit = (want: number, size: number, room: number): number =>
		Math.max(margin, Math.min(want, room - size - margin));
	return { x: fit(at.x, menu.width, window.width), y: fit(at.y, menu.height, window.height) };
}
