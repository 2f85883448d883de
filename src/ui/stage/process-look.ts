// What a process' card says: its state in a word, its second line, how far its turn is. Pure.
import type { ProcessState } from '#cluster';
import { callMark, type Mark } from '../shared/message-marks.ts';
import type { StageWords } from '../text/stage.ts';
import type { ProcessCalls } from './calls-by-process.ts';

export type ProcessMood = keyof StageWords['moods'];

export interface ProcessLook {
	readonly mood: ProcessMood;
	/** The state in words, e.g. `busy with call 3`. */
	readonly word: string;
	/** The call or message that sets the colour of the dot; null for none. */
	readonly mark: Mark | null;
	/** Deliveries that wait because the process is busy. */
	readonly inbox: number;
	/** Somebody slowed it down. */
	readonly isSlowed: boolean;
}

/** What there is to know about a process besides its own state. */
export interface ProcessFacts {
	readonly calls: ProcessCalls;
	/** The turn under way ends later than it began; shorter ones are not worth a word. */
	readonly turnTakesTime: boolean;
	/** Marks of the messages it has and has not acknowledged. */
	readonly held: readonly Mark[];
	/** It ended and is started again later in the run. */
	readonly startsAgain: boolean;
	/** It caught errors that nobody handled. */
	readonly hasCaught: boolean;
}

/** The look of a process; undefined state: it has not started yet. */
export function processLook(
	state: ProcessState | undefined,
	{ calls, turnTakesTime, held, startsAgain, hasCaught }: ProcessFacts,
	words: StageWords
): ProcessLook {
	if (state === undefined) {
		return { mood: 'absent', word: words.notStarted, mark: null, inbox: 0, isSlowed: false };
	}
	const inbox = state.inbox.length;
	const isSlowed = state.turnUs > 0;
	if (state.status !== 'running') {
		const look = endLook(state, hasCaught, words);
		const word = startsAgain ? `${look.word}, ${words.startsAgain}` : look.word;
		return { ...look, word, mark: null, inbox: 0, isSlowed: false };
	}
	if (state.isPaused) {
		return { mood: 'paused', word: words.paused, mark: null, inbox, isSlowed };
	}
	const { served, asked } = calls;
	if (state.busy !== null && turnTakesTime) {
		if (served !== null) {
			const word = words.busyWith(served.number);
			return { mood: 'busy', word, mark: callMark(served.number), inbox, isSlowed };
		}
		const word = words.busyBy[state.busy.delivery[0]] ?? words.busy;
		return { mood: 'busy', word, mark: held[0] ?? null, inbox, isSlowed };
	}
	const first = asked[0];
	if (first === undefined) {
		const [mark] = held;
		if (mark === undefined) return { mood: 'idle', word: words.idle, mark: null, inbox, isSlowed };
		const word = words.holds(mark.text, mark.call !== null, held.length - 1);
		return { mood: 'holding', word, mark, inbox, isSlowed };
	}
	if (calls.overdue > 0) {
		const word =
			asked.length === 1 ? words.unanswered(first.number) : words.unansweredMany(asked.length);
		if (calls.overdue === asked.length) return { mood: 'idle', word, mark: null, inbox, isSlowed };
		const mark = callMark(asked.at(-1)?.number ?? first.number);
		return { mood: 'waiting', word, mark, inbox, isSlowed };
	}
	const word = asked.length === 1 ? words.waitsFor(first.number) : words.waitsForMany(asked.length);
	return { mood: 'waiting', word, mark: callMark(first.number), inbox, isSlowed };
}

function endLook(
	state: ProcessState,
	hasCaught: boolean,
	words: StageWords
): { readonly mood: ProcessMood; readonly word: string } {
	switch (state.status) {
		case 'crashed':
			return { mood: 'failed', word: words.crashed };
		case 'stopped':
			return { mood: 'failed', word: state.exit?.reason ?? words.stopped };
		case 'killed':
			return { mood: 'failed', word: words.killed };
		default: {
			const code = state.exit?.code ?? 0;
			if (hasCaught) return { mood: 'failed', word: words.exitedAfterError(code) };
			return { mood: code === 0 ? 'ended' : 'failed', word: words.exited(code) };
		}
	}
}

/** Characters that fit on the card's second line. */
const subtitleMax = 25;

/** The second line of the card: the port a server listens on, or file and arguments. */
export function processSubtitle(state: ProcessState | undefined, words: StageWords): string {
	if (state === undefined) return '';
	const life = state.life === 1 ? '' : `, ${words.life(state.life)}`;
	const ports = [...state.listeners.keys()];
	if (state.serverType !== null) {
		return `${ports.length === 0 ? state.serverType : words.port(ports.join(', '))}${life}`;
	}
	const file = state.file.slice(state.file.lastIndexOf('/') + 1);
	const text = [file, ...state.args].join(' ') + life;
	return text.length <= subtitleMax ? text : `${text.slice(0, subtitleMax - 1)}…`;
}

/** How far a turn is, 0 to 1. */
export function turnProgress(sinceUs: number, endUs: number | null, clockUs: number): number {
	if (endUs === null || endUs <= sinceUs) return 0;
	return Math.min(Math.max((clockUs - sinceUs) / (endUs - sinceUs), 0), 1);
}
