// The program's standard output and standard error. The host takes whole lines; text without a newline waits
// here for the rest of its line.

import { hostOp } from './host.ts';
import { StringPrototypeLastIndexOf, StringPrototypeSlice } from './primordials.ts';

/** A stream a program prints on. */
export type OutputStream = 'stdout' | 'stderr';

const partial: Record<OutputStream, string> = { stdout: '', stderr: '' };

/** Prints text and a newline, as console.log does. The text may hold newlines. */
export function printLine(stream: OutputStream, text: string): void {
	const waiting = partial[stream];
	if (waiting === '') {
		hostOp('print', stream, text);
		return;
	}
	partial[stream] = '';
	hostOp('print', stream, waiting + text);
}

/** Writes text as process.stdout.write does: no newline is added. */
export function writeText(stream: OutputStream, text: string): void {
	const whole = partial[stream] + text;
	const lastNewline = StringPrototypeLastIndexOf(whole, '\n');
	if (lastNewline >= 0) hostOp('print', stream, StringPrototypeSlice(whole, 0, lastNewline));
	partial[stream] = StringPrototypeSlice(whole, lastNewline + 1);
}

/** Prints what waits for its newline: the process ends. Private to the process' life. */
export function flushOutput(): void {
	if (partial.stdout !== '') printLine('stdout', '');
	if (partial.stderr !== '') printLine('stderr', '');
}
