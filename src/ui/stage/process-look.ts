// What a process' card says: its state in a word, its second line, how far its turn is. Pure.
import type { ProcessState } from '#cluster';
import type { PendingCallState } from '#rpc';
import { callMark, type Mark } from '../shared/message-marks.ts';

export type ProcessMood = 'absent' | 'idle' | 'busy' | 'waiting' | 'holding' | 'ended' | 'failed';

export interface ProcessLook {
	readonly mood: ProcessMood;
	/** The state in words, e.g. `busy with call 3`. */
	readonly word: string;
	/** The call or message that sets the colour of the dot; null for none. */
	readonly mark: Mark | null;
	/** Deliveries that wait because the process is busy. */
	readonly inbox: number;
}

/**
 * The look of a process; undefined state: it has not started yet.
 * @param calls those that wait for an answer
 * @param held marks of the messages it has and has not acknowledged
 * @param turnTakesTime the turn under way ends later than it began; shorter ones are not worth a word
 */
export function processLook(
	name: string,
	state: ProcessState | undefined,
	calls: readonly PendingCallState[],
	turnTakesTime: boolean,
	held: readonly Mark[] = []
): ProcessLook {
	if (state === undefined) return { mood: 'absent', word: 'not started', mark: null, inbox: 0 };
	const inbox = state.inbox.length;
	if (state.status !== 'running') return { ...endLook(state), inbox: 0 };
	const served = calls.find(
		(call) => call.server === name && call.receivedAt !== null && call.repliedAt === null
	);
	if (state.busy !== null && turnTakesTime) {
		const mark = served === undefined ? (held[0] ?? null) : callMark(served.number);
		const word = served === undefined ? 'busy' : `busy with call ${String(served.number)}`;
		return { mood: 'busy', word, mark, inbox };
	}
	const asked = calls.filter((call) => call.caller === name && call.status === 'waiting');
	const first = asked[0];
	if (first === undefined) {
		const [mark] = held;
		if (mark === undefined) return { mood: 'idle', word: 'idle', mark: null, inbox };
		const others = held.length > 1 ? ` +${String(held.length - 1)}` : '';
		const what = mark.call === null ? mark.text : `call ${mark.text}`;
		return { mood: 'holding', word: `holds ${what}${others}`, mark, inbox };
	}
	const word =
		asked.length === 1
			? `waits for call ${String(first.number)}`
			: `waits for ${String(asked.length)} calls`;
	return { mood: 'waiting', word, mark: callMark(first.number), inbox };
}

function endLook(state: ProcessState): Pick<ProcessLook, 'mood' | 'word' | 'mark'> {
	const mark = null;
	switch (state.status) {
		case 'crashed':
			return { mood: 'failed', word: 'crashed', mark };
		case 'stopped':
			return { mood: 'failed', word: state.exit?.reason ?? 'stopped', mark };
		case 'killed':
			return { mood: 'failed', word: 'killed', mark };
		default: {
			const code = state.exit?.code ?? 0;
			return { mood: code === 0 ? 'ended' : 'failed', word: `exited, code ${String(code)}`, mark };
		}
	}
}

/** Characters that fit on the card's second line. */
const subtitleMax = 25;

/** The second line of the card: the port a server listens on, or file and arguments. */
export function processSubtitle(state: ProcessState | undefined): string {
	if (state === undefined) return '';
	const life = state.life === 1 ? '' : `, life ${String(state.life)}`;
	const ports = [...state.listeners.keys()];
	if (state.serverType !== null) {
		return `${ports.length === 0 ? state.serverType : `port ${ports.join(', ')}`}${life}`;
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
