// How panes side by side share their room when the border between two of them moves. Pure; all lengths in CSS pixels.

export interface PaneLength {
	readonly px: number;
	readonly minPx: number;
	/** Only its title is left: it keeps its length. */
	readonly folded: boolean;
}

/**
 * Lengths after the border behind pane `border` moved by `byPx`: the pane it moves away from grows, those on the other
 * side give way from the nearest on, none below its minimum. The sum stays.
 */
export function movedBorder(
	panes: readonly PaneLength[],
	border: number,
	byPx: number
): readonly number[] {
	const lengths = panes.map((pane) => pane.px);
	const before = panes.map((_, index) => index).filter((index) => index <= border);
	const behind = panes.map((_, index) => index).filter((index) => index > border);
	const giving = byPx > 0 ? behind : before.toReversed();
	const taking = (byPx > 0 ? before.toReversed() : behind).find((index) => !panes[index]?.folded);
	if (taking === undefined) return lengths;
	let left = Math.abs(byPx);
	for (const index of giving) {
		const pane = panes[index];
		if (pane === undefined || pane.folded) continue;
		const given = Math.min(left, Math.max(0, pane.px - pane.minPx));
		lengths[index] = pane.px - given;
		left -= given;
	}
	lengths[taking] = (lengths[taking] ?? 0) + Math.abs(byPx) - left;
	return lengths;
}

/** What is kept of a split between visits. */
export interface SplitLayout {
	/** Shares of the room, in any unit. */
	readonly sizes: readonly number[];
	readonly folded: readonly boolean[];
}

/** Reads what was kept; undefined when it is nothing of this kind. */
export function parseLayout(text: string | null): SplitLayout | undefined {
	try {
		const data = JSON.parse(text ?? '') as Partial<SplitLayout> | null;
		const { sizes, folded } = data ?? {};
		if (!Array.isArray(sizes) || !Array.isArray(folded)) return undefined;
		const isGood = sizes.every((size: unknown) => typeof size === 'number' && size > 0);
		return isGood ? { sizes, folded: folded.map(Boolean) } : undefined;
	} catch {
		return undefined;
	}
}
