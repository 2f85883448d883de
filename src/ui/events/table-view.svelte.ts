// The part of a long table that is in view.

export class TableView {
	/** The element that scrolls. */
	scroller: HTMLDivElement | undefined = $state.raw();
	/** CSS pixels. */
	scrollTop = $state(0);
	height = $state(0);
}
