// The size of an element on the page, for `bind:clientWidth` and `bind:clientHeight`, and whether a pane is folded.

export class ElementSize {
	/** CSS pixels. */
	width = $state(0);
	/** CSS pixels. */
	height = $state(0);
}

export class PaneFold {
	/** Only the title is left. */
	folded = $state(false);
}
