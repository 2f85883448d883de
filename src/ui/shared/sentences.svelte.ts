// What happened, in words, for everybody who hears the page or points at an arrow. The words are not needed to see a run:
// they are loaded when it stands.
import { traceIndex, type Trace, type TraceEvent, type TraceIndex } from '#trace';

type Describe = (event: TraceEvent, index: TraceIndex) => string;

let describe: Describe | undefined = $state.raw();

/** True when there are words. */
export function hasSentences(): boolean {
	return describe !== undefined;
}

/** The sentence about an event of a trace; '' until the words are there. */
export function sentenceOf(event: TraceEvent, trace: Trace): string {
	return describe?.(event, traceIndex(trace)) ?? '';
}

/** Loads the words. */
export async function loadSentences(): Promise<void> {
	({ describeEvent: describe } = await import('./event-words.ts'));
}
