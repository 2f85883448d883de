// The rows of the calls table, from the world at the cursor: each call with its fate so far. Pure.
import { calls, strayReplies, type World } from '#trace';
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
export function callRows(world: World): readonly CallRow[] {
	return calls(world).map((call) => ({
		number: call.number,
		protocol: call.protocol,
		key: call.key,
		caller: call.caller,
		target: call.target,
		server: call.server ?? '',
		latency: call.endedAt === null ? '' : formatMicros(call.endedAt - call.startedAt),
		fate: fateOf(call),
		tone: tones[call.status],
		why: call.why ?? ''
	}));
}

const tones = {
	waiting: 'waiting',
	answered: 'ok',
	'timed out': 'warning',
	orphaned: 'error'
} as const;

/** How far a waiting call has come, else its status. */
function fateOf(call: Call): string {
	if (call.status !== 'waiting') return call.status;
	if (call.repliedAt !== null) return 'waiting: reply on its way';
	if (call.receivedAt !== null) return `waiting: with ${call.server ?? 'a server'}`;
	return 'waiting';
}

/** Replies that matched no waiting call. */
export function strayRows(world: World, timeZeroUs: number): readonly StrayRow[] {
	return strayReplies(world).map(({ at, seq, data }) => ({
		seq,
		time: formatMicros(at - timeZeroUs),
		key: data.key,
		receiver: data.receiver,
		from: data.from ?? 'unknown',
		why: strayReasons[data.why]
	}));
}

const strayReasons = {
	unknown: 'nobody asked for it',
	'answered already': 'its call was answered already',
	'timed out already': 'its call had run out of time'
} as const;
