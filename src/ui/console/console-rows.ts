// The lines of the console as rows of equal height: long ones broken to the width there is, places in files (`file:line`)
// told apart from the rest. Pure.
import { programRoot } from '../state/index.ts';
import type { ConsoleLine } from './console-lines.ts';

/** A line of a file of the scenario that a text speaks of. */
export interface FilePlace {
	readonly file: string;
	/** From 1. */
	readonly line: number;
}

export interface ConsolePiece {
	readonly text: string;
	/** Null: plain text. */
	readonly place: FilePlace | null;
}

export interface ConsoleRow {
	readonly key: string;
	readonly line: ConsoleLine;
	/** False: the line before goes on here. */
	readonly isFirst: boolean;
	readonly pieces: readonly ConsolePiece[];
}

/**
 * @param columns letters of the code font that fit into a row, at least 1
 * @param files paths of the scenario's files, without the folder programs see them in
 */
export function consoleRows(
	lines: readonly ConsoleLine[],
	columns: number,
	files: ReadonlySet<string>
): readonly ConsoleRow[] {
	return lines.flatMap((line) => {
		const places = line.stream === 'ended' ? [] : placesIn(line.text, files);
		return rowEnds(line.text, columns).map((end, part, ends) => {
			const start = ends[part - 1] ?? 0;
			const pieces = piecesOf(line.text, start, end, places);
			return { key: `${line.key}/${String(part)}`, line, isFirst: part === 0, pieces };
		});
	});
}

/** Where each row of a text ends: behind a space where there is one in the last third, else where the room does. */
function rowEnds(text: string, columns: number): readonly number[] {
	if (text.length * 2 <= columns) return [text.length];
	const ends: number[] = [];
	let start = 0;
	let width = 0;
	for (let at = 0; at < text.length; at++) {
		width += letterWidth(text.charCodeAt(at));
		if (width <= columns || at === start) continue;
		const space = text.lastIndexOf(' ', at - 1) + 1;
		const end = space > start + columns * (2 / 3) ? space : isLowHalf(text, at) ? at - 1 : at;
		ends.push(Math.max(end, start + 1));
		start = ends.at(-1) ?? at;
		width = 0;
		at = start - 1;
	}
	return [...ends, text.length];
}

/** The second half of a letter that takes two code units. */
function isLowHalf(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}

/** Columns of a code unit: ideographs, full-width forms and what takes two units (one each) are two wide. */
function letterWidth(code: number): number {
	const isWide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xd7a3);
	return isWide || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) ? 2 : 1;
}

interface FoundPlace extends FilePlace {
	readonly start: number;
	readonly end: number;
}

/** `/app/a.js:3`, `file:///app/a.js:3:9`, as stacks and warnings say them. */
const placePattern = /(?:file:\/\/)?\/[\w./@-]+\.(?:[cm]?js|json):(\d+)(?::\d+)?/g;

function placesIn(text: string, files: ReadonlySet<string>): readonly FoundPlace[] {
	if (!text.includes(programRoot)) return [];
	return [...text.matchAll(placePattern)].flatMap((match) => {
		const root = match[0].indexOf(programRoot);
		const file = match[0].slice(root + programRoot.length).replace(/(?::\d+)+$/, '');
		if (root < 0 || !files.has(file)) return [];
		const start = match.index;
		return [{ file, line: Number(match[1]), start, end: start + match[0].length }];
	});
}

/** The part of a text from `start` to `end`, cut where places begin and end. */
function piecesOf(
	text: string,
	start: number,
	end: number,
	places: readonly FoundPlace[]
): readonly ConsolePiece[] {
	const pieces: ConsolePiece[] = [];
	let at = start;
	const add = (to: number, place: FilePlace | null): void => {
		if (to > at) pieces.push({ text: text.slice(at, to), place });
		at = Math.max(at, to);
	};
	for (const place of places) {
		if (place.end <= start || place.start >= end) continue;
		add(place.start, null);
		add(Math.min(place.end, end), { file: place.file, line: place.line });
	}
	add(end, null);
	return pieces.length === 0 ? [{ text: '', place: null }] : pieces;
}
