// What happened, in words, for everybody who hears the page or points at an arrow. The words are not needed to see a run:
// they are loaded when it stands, in the language of the page.
import { traceIndex, type Trace, type TraceEvent, type TraceIndex } from '#trace';
import { language, type Language } from '../text/language.svelte.ts';

export interface Sentences {
	describeEvent(event: TraceEvent, index: TraceIndex): string;
	placeWords(actor: TraceEvent['actor'], index: TraceIndex): string;
}

let loaded: Readonly<Partial<Record<Language, Sentences>>> = $state.raw({});

/** The words in the language of the page; while those load, in the one before. */
export const sentences = (): Sentences | undefined =>
	loaded[language.current] ?? loaded.en ?? loaded.zh;

/** True when there are words. */
export function hasSentences(): boolean {
	return sentences() !== undefined;
}

/** The sentence about an event of a trace; '' until the words are there. */
export function sentenceOf(event: TraceEvent, trace: Trace): string {
	return sentences()?.describeEvent(event, traceIndex(trace)) ?? '';
}

/** Where an event happens, in two or three words; '' until the words are there. */
export function placeOf(event: TraceEvent, trace: Trace): string {
	return sentences()?.placeWords(event.actor, traceIndex(trace)) ?? '';
}

/** Loads the words of a language (the page’s own unless told otherwise), once. */
export async function loadSentences(wanted: Language = language.current): Promise<void> {
	if (loaded[wanted] !== undefined) return;
	const words = await (wanted === 'zh' ? import('#trace/chinese') : import('./event-words.ts'));
	loaded = { ...loaded, [wanted]: words };
}
