// The lines that differ between two printed values, as the messages of assert show them:
// `+` what there is, `-` what was expected, and two lines around each change.

import { ArrayPrototypePop, StringPrototypeEndsWith, StringPrototypeSlice } from './primordials.ts';

interface Row {
	readonly mark: '+' | '-' | ' ';
	readonly text: string;
}

/** Lines shown before and after a change. */
const around = 2;
/** Lines shown behind the last change: the next one, and the last three. */
const lastLines = 3;
const rowsMax = 50;

export interface Difference {
	/** Empty when all lines are the same. */
	readonly text: string;
	readonly isSkipped: boolean;
}

/** Compares lines from the beginning, after the equal ones at the end. Takes those off both lists. */
export function differenceOf(actual: string[], expected: string[]): Difference {
	const tail: string[] = [];
	while (actual.length > 0 && expected.length > 0 && last(actual) === last(expected)) {
		tail[tail.length] = last(actual);
		ArrayPrototypePop(actual);
		ArrayPrototypePop(expected);
	}
	if (actual.length === 0 && expected.length === 0) return { text: '', isSkipped: false };
	return show(rowsOf(actual, expected), tail);
}

function last(lines: readonly string[]): string {
	return lines[lines.length - 1] as string;
}

/** One row for a line both have in this place; of the others first those that are too much, then those that are missing. */
function rowsOf(actual: readonly string[], expected: readonly string[]): Row[] {
	const rows: Row[] = [];
	let missing: Row[] = [];
	const flush = (): void => {
		for (let index = 0; index < missing.length; index++) rows[rows.length] = missing[index] as Row;
		missing = [];
	};
	const count = actual.length > expected.length ? actual.length : expected.length;
	for (let index = 0; index < count; index++) {
		const here = actual[index];
		const there = expected[index];
		const shared = here === undefined || there === undefined ? undefined : sharedLine(here, there);
		if (shared !== undefined) {
			flush();
			rows[rows.length] = { mark: ' ', text: shared };
			continue;
		}
		if (here !== undefined) rows[rows.length] = { mark: '+', text: here };
		if (there !== undefined) missing[missing.length] = { mark: '-', text: there };
	}
	flush();
	return rows;
}

/** The line when both are the same but for a comma at the end, with the comma. */
function sharedLine(here: string, there: string): string | undefined {
	if (here === there || isWithComma(here, there)) return here;
	return isWithComma(there, here) ? there : undefined;
}

function isWithComma(line: string, other: string): boolean {
	return (
		StringPrototypeEndsWith(line, ',') && StringPrototypeSlice(line, 0, line.length - 1) === other
	);
}

/** The rows with what lies far from a change left out; long differences end in the middle. */
function show(rows: readonly Row[], tail: readonly string[]): Difference {
	let text = '';
	let isSkipped = false;
	let shown = 0;
	let index = 0;
	while (index < rows.length) {
		const { mark } = rows[index] as Row;
		let end = index;
		while (end < rows.length && ((rows[end] as Row).mark === ' ') === (mark === ' ')) end += 1;
		if (mark === ' ') {
			const isShort = end - index <= around * 2 + 1;
			for (let at = index; at < end; at++) {
				if (isShort || at < index + around || at >= end - around) {
					text += lineOf(rows[at] as Row);
					shown += 1;
				} else if (at === index + around) {
					text += '\n...';
					isSkipped = true;
				}
			}
		} else {
			const part = showChange(rows, index, end, rowsMax - shown);
			text += part.text;
			shown += end - index;
			if (part.isSkipped) return { text, isSkipped: true };
		}
		index = end;
	}
	return showTail(text, isSkipped, tail);
}

function lineOf(row: Row): string {
	return `\n${row.mark} ${row.text}`;
}

/** A change is cut when there is no room: as many lines of either side as fit together. */
function showChange(rows: readonly Row[], from: number, end: number, room: number): Difference {
	let missingFrom = from;
	while (missingFrom < end && (rows[missingFrom] as Row).mark === '+') missingFrom += 1;
	const extra = missingFrom - from;
	const missing = end - missingFrom;
	let shownExtra = 0;
	let shownMissing = 0;
	while (shownExtra + shownMissing <= room && (shownExtra < extra || shownMissing < missing)) {
		if (shownExtra < extra) shownExtra += 1;
		if (shownMissing < missing) shownMissing += 1;
	}
	const hiddenExtra = extra - shownExtra;
	const hiddenMissing = missing - shownMissing;
	const left = (hiddenExtra > hiddenMissing ? hiddenExtra : hiddenMissing) + rows.length - end;
	// A single line more is shown anyway.
	const isCut = shownExtra + shownMissing > room && left > 1;
	if (!isCut) {
		shownExtra = extra;
		shownMissing = missing;
	}
	let text = '';
	for (let at = 0; at < shownExtra; at++) text += lineOf(rows[from + at] as Row);
	if (isCut) text += '\n...';
	for (let at = 0; at < shownMissing; at++) text += lineOf(rows[missingFrom + at] as Row);
	if (isCut) text += '\n...';
	return { text, isSkipped: isCut };
}

function showTail(before: string, wasSkipped: boolean, tail: readonly string[]): Difference {
	let text = before;
	if (tail.length > lastLines) text += `\n  ${tail[tail.length - 1] as string}`;
	const isSkipped = tail.length > lastLines + 1;
	if (isSkipped) text += '\n...';
	const from = tail.length < lastLines ? tail.length : lastLines;
	for (let index = from - 1; index >= 0; index--) text += `\n  ${tail[index] as string}`;
	return { text, isSkipped: wasSkipped || isSkipped };
}
