// Why a check does not hold, as data: the page says it in its own language, the command line in English. Pure.

/** How often each of some values occurred. */
export type ValueCounts = readonly (readonly [value: string, count: number])[];

/** What was seen instead of what a check asks for. */
export type Reason =
	| { readonly kind: 'happened' }
	| { readonly kind: 'never-happened' }
	/** `max` null: no upper bound. */
	| {
			readonly kind: 'wrong-count';
			readonly count: number;
			readonly min: number;
			readonly max: number | null;
	  }
	/** Of two events that should follow each other. */
	| { readonly kind: 'first-missing' }
	| { readonly kind: 'second-missing' }
	| { readonly kind: 'other-way-round' }
	| { readonly kind: 'nothing-followed' }
	| { readonly kind: 'took-too-long'; readonly tookMs: number; readonly ms: number }
	/** A value of an event's field that is there twice, more often than among the others, less often. */
	| { readonly kind: 'happened-again'; readonly field: string; readonly value: string }
	| { readonly kind: 'one-too-many'; readonly field: string; readonly value: string }
	| { readonly kind: 'without-partner'; readonly field: string; readonly value: string }
	/** Too few different values; not evenly enough. */
	| { readonly kind: 'only'; readonly counts: ValueCounts }
	| { readonly kind: 'unevenly'; readonly counts: ValueCounts }
	| { readonly kind: 'unanswered'; readonly open: number; readonly calls: number }
	| { readonly kind: 'too-few-calls'; readonly count: number; readonly min: number }
	| { readonly kind: 'no-calls' }
	/** `latencyMs` null: it was never answered. */
	| {
			readonly kind: 'slow-call';
			readonly number: number;
			readonly latencyMs: number | null;
			readonly ms: number;
	  }
	| { readonly kind: 'no-queue'; readonly queue: string }
	| { readonly kind: 'queue-holds'; readonly ready: number; readonly unacked: number }
	| { readonly kind: 'not-printed'; readonly process: string; readonly line: string }
	/** `chosen` null: what the router named is no server's id. */
	| {
			readonly kind: 'misrouted';
			readonly parameter: number;
			readonly chosen: string | null;
			readonly expected: string;
	  }
	| { readonly kind: 'too-few-decisions'; readonly count: number; readonly min: number }
	/** A lesson's script says it. */
	| { readonly kind: 'said'; readonly in: ReasonTexts }
	/** `message` null: it said nothing. */
	| { readonly kind: 'script-failed'; readonly file: string; readonly message: string | null }
	/** Neither true nor a reason; `found` as JSON. */
	| { readonly kind: 'script-unclear'; readonly file: string; readonly found: string };

/** A reason in a lesson's own words: English, and what other languages the page speaks. */
export interface ReasonTexts {
	readonly en: string;
	readonly zh?: string;
}

/** How a language says each kind of reason, behind the check's own sentence. */
export type ReasonWords = {
	readonly [Kind in Reason['kind']]: (reason: Extract<Reason, { kind: Kind }>) => string;
};

const times = (number: number): string =>
	number === 0 ? 'never' : number === 1 ? 'once' : `${String(number)} times`;

function range(min: number, max: number | null): string {
	if (min === max) return times(min);
	return max === null ? `at least ${times(min)}` : `${String(min)} to ${String(max)} times`;
}

const list = (counts: ValueCounts): string =>
	counts.map(([value, count]) => `${value} ${times(count)}`).join(', ');

/** The reasons in English. */
export const englishReasons: ReasonWords = {
	happened: () => 'it happened',
	'never-happened': () => 'it never happened',
	'wrong-count': ({ count, min, max }) =>
		`it happened ${times(count)}, expected ${range(min, max)}`,
	'first-missing': () => 'the first of the two never happened',
	'second-missing': () => 'the second of the two never happened',
	'other-way-round': () => 'it was the other way round',
	'nothing-followed': () => 'what should follow never did',
	'took-too-long': ({ tookMs, ms }) =>
		`it took ${String(tookMs)} ms, expected at most ${String(ms)}`,
	'happened-again': ({ field, value }) => `it happened again for ${field} ${value}`,
	'one-too-many': ({ field, value }) => `there is one too many for ${field} ${value}`,
	'without-partner': ({ field, value }) => `nothing belongs to ${field} ${value}`,
	only: ({ counts }) => `only ${list(counts)}`,
	unevenly: ({ counts }) => `unevenly: ${list(counts)}`,
	unanswered: ({ open, calls }) => `${String(open)} of ${String(calls)} were not answered`,
	'too-few-calls': ({ count, min }) =>
		`such calls began: ${String(count)}, expected at least ${String(min)}`,
	'no-calls': () => 'there were no such calls',
	'slow-call': ({ number, latencyMs, ms }) =>
		`call ${String(number)} ${latencyMs === null ? 'was never answered' : `took ${String(latencyMs)} ms`}, expected at most ${String(ms)} ms`,
	'no-queue': ({ queue }) => `there never was a queue ${queue}`,
	'queue-holds': ({ ready, unacked }) =>
		`the queue still holds messages at the end: ${String(ready)} ready, ${String(unacked)} not acknowledged`,
	'not-printed': ({ process, line }) => `${process} did not print "${line}"`,
	misrouted: ({ parameter, chosen, expected }) =>
		chosen === null
			? `for route parameter ${String(parameter)} the router named no server's id, expected ${expected}`
			: `route parameter ${String(parameter)} went to ${chosen}, expected ${expected}`,
	'too-few-decisions': ({ count, min }) =>
		`the router named a server ${times(count)}, expected at least ${times(min)}`,
	said: ({ in: texts }) => texts.en,
	'script-failed': ({ file, message }) =>
		`checks/${file} itself failed: ${message ?? 'it said nothing'}`,
	'script-unclear': ({ file, found }) => `checks/${file} gave ${found}, expected true or a reason`
};

/** A reason in the words of a language. */
export function reasonText(reason: Reason, words: ReasonWords = englishReasons): string {
	// Each kind's words take just that kind, which the compiler does not follow through the table.
	return (words[reason.kind] as (reason: Reason) => string)(reason);
}
