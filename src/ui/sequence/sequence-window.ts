// What of the sequence diagram is in view, each thing with its place. Costs what is in view, whatever the length of the run. Pure.
import { arrowsIn, type Arrow } from './arrows-in-view.ts';
import type { Bundle } from './bundles.ts';
import {
	barsIn,
	livesIn,
	marksIn,
	type Bar,
	type Gap,
	type LifeSpan,
	type Tick
} from './marks-in-view.ts';
import { blockPx, type SequenceLayout } from './sequence-layout.ts';

export interface SequenceWindow {
	readonly top: number;
	readonly bottom: number;
	readonly arrows: readonly Arrow[];
	readonly bundles: readonly Bundle[];
	readonly bars: readonly Bar[];
	readonly lives: readonly LifeSpan[];
	readonly gaps: readonly Gap[];
	readonly ticks: readonly Tick[];
}

/** A stretch of blocks around what is in view: it changes only now and then while one scrolls. */
export function blocksAround(
	layout: SequenceLayout,
	scrollTop: number,
	heightPx: number
): { readonly top: number; readonly bottom: number } {
	const top = Math.max(0, (Math.floor(scrollTop / blockPx) - 1) * blockPx);
	const bottom = (Math.ceil((scrollTop + heightPx) / blockPx) + 1) * blockPx;
	return { top, bottom: Math.min(bottom, Math.ceil(layout.height)) };
}

/** Everything that reaches into a stretch. */
export function windowOf(layout: SequenceLayout, top: number, bottom: number): SequenceWindow {
	return {
		top,
		bottom,
		...arrowsIn(layout, top, bottom),
		bars: barsIn(layout, top, bottom),
		lives: livesIn(layout, top, bottom),
		...marksIn(layout, top, bottom)
	};
}
