// The rows of the calls table, from the world at the cursor: each call with its fate so far, in the language of the page.
import { calls, strayReplies, type Trace, type World } from '#trace';
import { callDeadlines } from '../shared/call-deadlines.ts';
import { tableWords } from '../text/tables.ts';
import { formatMicros } from '../shared/format-time.ts';

type Call = ReturnType<typeof calls>[number];

export interface CallRow {
	readonly number: number;
	readonly protocol: string;
	readonly key: string;
	readonly caller: string;
	readonly target: string;
	/** '' while nobody has it. */
	readonly server: string;
	readonly latency: string;
	/** The fate in words: the status, or how far a waiting call has come. */
	readonly fate: string;
	readonly tone: 'ok' | 'waiting' | 'warning' | 'error';
	readonly why: string;
}

export interface StrayRow {
	readonly seq: number;
	readonly time: string;
	readonly key: string;
	readonly receiver: string;
	readonly from: string;
	readonly why: string;
}

/** One row for each call that has begun. */
export function callRows(trace: Trace, world: World): readonly CallRow[] {
	const deadlines = callDeadlines(trace);
	const words = tableWords.now;
	return calls(world).map((call) => {
		const isOverdue = call.status === 'waiting' && deadlines.isOver(call.number, world.cursor);
		return {
			number: call.number,
			protocol: call.protocol,
			key: call.key,
			caller: call.caller,
			target: call.target,
			server: call.server ?? '',
			latency: call.endedAt === null ? '' : formatMicros(call.endedAt - call.startedAt),
			fate: isOverdue ? words.overdue : fateOf(call),
			tone: isOverdue ? 'warning' : tones[call.status],
			why: isOverdue ? words.overdueWhy : call.why === null ? '' : words.reason(call.why)
		};
	});
}

const tones = {
	waiting: 'waiting',
	answered: 'ok',
	'timed out': 'warning',
	orphaned: 'error'
} as const;

/** How far a waiting call has come, else its status. */
function fateOf(call: Call): string {
	const words = tableWords.now;
	if (call.status !== 'waiting') return words.fates[call.status];
	if (call.repliedAt !== null) return words.replied;
	if (call.receivedAt !== null) return words.waitingWith(call.server ?? words.aServer);
	return words.fates.waiting;
}

/** Replies that matched no waiting call. */
export function strayRows(world: World, timeZeroUs: number): readonly StrayRow[] {
	return strayReplies(world).map(({ at, seq, data }) => ({
		seq,
		time: formatMicros(at - timeZeroUs),
		key: data.key,
		receiver: data.receiver,
		from: data.from ?? tableWords.now.unknown,
		why: tableWords.now.strayReasons[data.why]
	}));
}
