// What a process' card says: its state in a word, its second line, how far its turn is. Pure.
import type { ProcessState } from '#cluster';
import type { PendingCallState } from '#rpc';

export type ProcessMood = 'absent' | 'idle' | 'busy' | 'waiting' | 'ended' | 'failed';

export interface ProcessLook {
	readonly mood: ProcessMood;
	/** The state in words, e.g. `busy with call 3`. */
	readonly word: string;
	/** The call that sets the colour of the dot; null for none. */
	readonly call: number | null;
	/** Deliveries that wait because the process is busy. */
	readonly inbox: number;
}

/**
 * The look of a process; undefined state: it has not started yet.
 * @param calls those that wait for an answer
 * @param turnTakesTime the turn under way ends later than it began; shorter ones are not worth a word
 */
export function processLook(
	name: string,
	state: ProcessState | undefined,
	calls: readonly PendingCallState[],
	turnTakesTime: boolean
): ProcessLook {
	if (state === undefined) return { mood: 'absent', word: 'not started', call: null, inbox: 0 };
	const inbox = state.inbox.length;
	if (state.status !== 'running') return { ...endLook(state), inbox: 0 };
	const served = calls.find(
		(call) => call.server === name && call.receivedAt !== null && call.repliedAt === null
	);
	if (state.busy !== null && turnTakesTime) {
		const call = served?.number ?? null;
		const word = call === null ? 'busy' : `busy with call ${String(call)}`;
		return { mood: 'busy', word, call, inbox };
	}
	const asked = calls.filter((call) => call.caller === name && call.status === 'waiting');
	const first = asked[0];
	if (first === undefined) return { mood: 'idle', word: 'idle', call: null, inbox };
	const word =
		asked.length === 1
			? `waits for call ${String(first.number)}`
			: `waits for ${String(asked.length)} calls`;
	return { mood: 'waiting', word, call: first.number, inbox };
}

function endLook(state: ProcessState): Pick<ProcessLook, 'mood' | 'word' | 'call'> {
	const call = null;
	switch (state.status) {
		case 'crashed':
			return { mood: 'failed', word: 'crashed', call };
		case 'stopped':
			return { mood: 'failed', word: state.exit?.reason ?? 'stopped', call };
		case 'killed':
			return { mood: 'failed', word: 'killed', call };
		default: {
			const code = state.exit?.code ?? 0;
			return { mood: code === 0 ? 'ended' : 'failed', word: `exited, code ${String(code)}`, call };
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
