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
import type { SequenceLayout } from './sequence-layout.ts';

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

/** A drawn stretch begins and ends at multiples of this, so that it changes only now and then while one scrolls. Pixels. */
const stepPx = 80;

/** The stretch that is drawn: what is in view and a step more on each side. */
export function stretchAround(
	layout: SequenceLayout,
	scrollTop: number,
	heightPx: number
): { readonly top: number; readonly bottom: number } {
	const top = Math.max(0, (Math.floor(scrollTop / stepPx) - 1) * stepPx);
	const bottom = (Math.ceil((scrollTop + heightPx) / stepPx) + 1) * stepPx;
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
