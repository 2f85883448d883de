// Words for the news of a run and for two outcomes side by side.
import type { OutcomeTopic } from '../state/outcome.ts';
import { Texts } from './texts.svelte.ts';

const topics: Readonly<Record<OutcomeTopic, string>> = {
	answered: 'Calls answered',
	timedOut: 'Calls timed out',
	orphaned: 'Calls orphaned',
	p50Ms: 'Latency, median',
	p95Ms: 'Latency, 95 of 100 below',
	load: 'Requests',
	lost: 'Messages lost',
	duplicates: 'Delivered twice',
	strays: 'Stray replies',
	crashed: 'Processes failed or killed',
	lastPrintMs: 'Last line printed at'
};

const english = {
	failed: (seed: number, event: number, message: string) =>
		`The simulation itself failed, which is our mistake, not yours. Please report seed ${String(seed)}, event ${String(event)}: ${message}`,
	refused: (count: number) =>
		count === 1 ? 'Not run: one thing is wrong.' : `Not run: ${String(count)} things are wrong.`,
	showProblems: 'Show in the editor',
	notKept:
		'This browser’s storage is full: your last changes are gone when you leave. Export keeps them as a file.',
	computedAnew: 'Computed anew:',
	forkedAt: (time: string) => `Forked at ${time}:`,
	sameRun: 'the same run.',
	sameOutcome: 'the same calls and prints; only times or steps differ.',
	printsDiffer: (programs: readonly string[]) =>
		programs.length > 2
			? `${String(programs.length)} programs print something else`
			: `${programs.join(' and ')} ${programs.length === 1 ? 'prints' : 'print'} something else`,
	now: 'now',
	compare: 'Compare',
	dismiss: 'Dismiss',
	before: 'Before',
	after: 'Now',
	comparedWithBefore: 'Compared with before',
	comparedWithBaseline: 'Compared with the baseline',
	what: 'Outcome',
	topics,
	requestsTo: (server: string) => `Requests to ${server}`,
	countOf: (count: number, all: number) => `${String(count)} of ${String(all)}`,
	none: 'none',
	better: 'better',
	worse: 'worse',
	identical: 'Both runs are the same, event by event.',
	partAt: (event: number) => `The runs part at event ${String(event)}`,
	partAtEnd: 'The runs part at the end of this one',
	goThere: 'Go there',
	otherStory: 'The first thing that goes differently',
	onlyTimes: 'Everything after it happens in the same order, only at other times.',
	over: 'The run is over.',
	keepBaseline: 'Keep as baseline',
	keepBaselineHint: 'Compare the next changes with the run on the page',
	dropBaseline: 'Compare with the run before again',
	baselineKept: 'The run on the page is the baseline now. The next changes are compared with it.'
};

export type ComparisonWords = typeof english;
export const comparisonWords = new Texts(english, () => import('./zh/comparison.ts'));
