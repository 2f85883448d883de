// How large names are written when the stage is shown so small that its usual letters could not be read, and how much of a
// name then fits. Pure.
import { shorten } from '../shared/shorten.ts';
import { readableScale } from './view-transform.ts';

export interface TextSize {
	/** Only names are written. */
	readonly isFar: boolean;
	/** Of names, drawing units. */
	readonly name: number;
}

const nearName = 13;
/** Of names on the screen when the stage is far, CSS pixels. */
const farPx = 11.5;
/** Width of a letter of a name as a part of its size. */
const letter = 0.56;
/** Fewer letters than this say nothing. */
const lettersMin = 3;

/** @param scale of the drawing on the screen */
export function textSizeAt(scale: number): TextSize {
	if (scale >= readableScale - 0.005) return { isFar: false, name: nearName };
	// In steps, so that zooming does not write everything anew all the time.
	const name = Math.ceil(farPx / scale);
	return { isFar: true, name };
}

/** As much of a name as fits into a width; nothing when that would say nothing. */
export function nameIn(width: number, text: string, { name }: TextSize): string {
	const letters = Math.floor(width / (name * letter));
	return letters < lettersMin ? '' : shorten(text, letters);
}
