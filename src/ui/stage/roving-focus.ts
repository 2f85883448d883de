// Which figure the arrow keys go to from another: the nearest one that lies mostly in the arrow's direction. Pure.
import type { Rect } from './edge-router.ts';

export interface Stop {
	readonly id: string;
	readonly rect: Rect;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1]
};

/** How much farther something aside seems than something straight ahead. */
const asideFactor = 2.5;

/** The next stop, or null when the key is no arrow or there is nothing in its direction. */
export function nextStop(stops: readonly Stop[], from: Rect, key: string): Stop | null {
	const [dx, dy] = directions[key] ?? [0, 0];
	if (dx === 0 && dy === 0) return null;
	const [x, y] = middle(from);
	let best: Stop | null = null;
	let least = Infinity;
	for (const stop of stops) {
		const [sx, sy] = middle(stop.rect);
		const ahead = (sx - x) * dx + (sy - y) * dy;
		const aside = Math.abs((sx - x) * dy) + Math.abs((sy - y) * dx);
		if (ahead < 4) continue;
		const distance = ahead + aside * asideFactor;
		if (distance < least) [best, least] = [stop, distance];
	}
	return best;
}

function middle({ x, y, width, height }: Rect): readonly [number, number] {
	return [x + width / 2, y + height / 2];
}
