// Assertions about what a process printed.
import type { EventList } from '#trace';
import type { Assertion, Failure } from './assertion.ts';

/** The process printed these lines; spaces at the ends do not count. */
export function printsFailure(
	{ process, lines, ordered }: Extract<Assertion, { form: 'prints' }>,
	trace: EventList
): Failure | null {
	const printed: { readonly text: string; readonly seq: number }[] = [];
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind !== 'process.output' || event.data.stream !== 'stdout') continue;
		if (event.actor !== `process:${process}`) continue;
		printed.push(...event.data.text.split('\n').map((text) => ({ text: text.trim(), seq })));
	}
	let from = 0;
	for (const line of lines) {
		const at = printed.findIndex(({ text }, index) => index >= from && text === line.trim());
		if (at < 0) {
			const because = { kind: 'not-printed', process, line: line.trim() } as const;
			return { because, seq: printed.at(-1)?.seq ?? null };
		}
		if (ordered) from = at + 1;
	}
	return null;
}
