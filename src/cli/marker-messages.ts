// What a marker, a process that marks hand-ins, and the command that started it tell each other.
import type { Marks } from './mark-file.ts';

/** To the marker: a file to mark. It gets the next one when it has answered. */
export interface MarkRequest {
	readonly file: string;
}

/** From the marker. */
export type MarkerMessage =
	/** The file can be marked and is being run now: what it can be worth, should the marker not come back. */
	| {
			readonly type: 'begun';
			readonly name: string;
			readonly lesson: string;
			readonly tasks: readonly { readonly title: string; readonly of: number }[];
	  }
	| { readonly type: 'marked'; readonly marks: Marks };
