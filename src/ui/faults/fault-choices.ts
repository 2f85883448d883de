// What can be done to a target at the cursor, with the interventions it comes to. Pure; in words: text/faults.ts.
import { actorState, type Trace, type TraceIndex, type World } from '#trace';
import type { Intervention } from '#scenario';
import { chosenMessage } from './chosen-message.ts';
import type { FaultTarget } from './fault-target.ts';

export type ChoiceId =
	| 'kill'
	| 'restart'
	| 'pause'
	| 'continue'
	| 'slow'
	| 'full-speed'
	| 'broker-restart'
	| 'memory-alarm'
	| 'memory-clear'
	| 'cut'
	| 'lag'
	| 'lossy'
	| 'mend'
	| 'drop'
	| 'delay'
	| 'duplicate'
	| 'reorder';

/** Both ways, or from the wire's `a` to its `b`, or back. */
export type WireWay = 'both' | 'there' | 'back';

export interface FaultChoice {
	readonly id: ChoiceId;
	readonly intervention: Intervention;
	/** Milliseconds after time 0 from which the run becomes another one to the person. */
	readonly fromMs: number;
}

/** The moment somebody acts in. */
export interface Moment {
	readonly world: World;
	readonly trace: Trace;
	readonly index: TraceIndex;
	readonly timeZeroUs: number;
	/** The cursor's time, milliseconds after time 0. */
	readonly atMs: number;
}

/** What a fault is unless it is edited: computing ten times as dear, 50 ms a turn; 100 ms on a wire; one message in five. */
const slowFactor = 10;
const slowTurnMs = 50;
const lateMs = 100;
const lossChance = 2000;

/** The choices for a target, in the order they are offered. */
export function choicesFor(
	target: FaultTarget,
	moment: Moment,
	way: WireWay = 'both'
): readonly FaultChoice[] {
	switch (target.type) {
		case 'process':
			return processChoices(target.name, moment);
		case 'broker':
			return brokerChoices(moment);
		case 'wire':
			return wireChoices(target, moment, way);
		case 'message':
			return messageChoices(target.sentSeq, moment);
	}
}

/** Machines a process has a connection with at the cursor. */
export function peersOf(name: string, world: World): readonly string[] {
	const peers = new Set<string>();
	for (const { client, server } of actorState(world, 'network', 'main')?.sockets.values() ?? []) {
		if (client.node === name) peers.add(server.node);
		else if (server.node === name) peers.add(client.node);
	}
	peers.delete(name);
	return [...peers];
}

function processChoices(process: string, { world, atMs: at }: Moment): readonly FaultChoice[] {
	const state = actorState(world, 'process', process);
	const choice = (id: ChoiceId, intervention: Intervention): FaultChoice => ({
		id,
		intervention,
		fromMs: at
	});
	const restart = choice('restart', { at, do: 'restart', process });
	if (state?.status !== 'running') return [restart];
	const isSlow = state.turnUs > 0;
	return [
		choice('kill', { at, do: 'kill', process }),
		restart,
		state.isPaused
			? choice('continue', { at, do: 'continue', process })
			: choice('pause', { at, do: 'pause', process }),
		isSlow
			? choice('full-speed', { at, do: 'slow', process, factor: 1, extraMs: 0 })
			: choice('slow', { at, do: 'slow', process, factor: slowFactor, extraMs: slowTurnMs })
	];
}

function brokerChoices({ world, atMs: at }: Moment): readonly FaultChoice[] {
	const isLow = actorState(world, 'vhost', '/')?.alarm === true;
	const what = isLow ? 'memory-clear' : 'memory-alarm';
	return [
		{ id: 'broker-restart', intervention: { at, do: 'broker', what: 'restart' }, fromMs: at },
		{ id: what, intervention: { at, do: 'broker', what }, fromMs: at }
	];
}

function wireChoices(
	{ a, b }: { readonly a: string; readonly b: string },
	{ atMs: at }: Moment,
	way: WireWay
): readonly FaultChoice[] {
	const ends = way === 'back' ? { from: b, to: a } : { from: a, to: b };
	const wire = { at, do: 'link' as const, ...ends, ...(way === 'both' ? { both: true } : {}) };
	const choice = (id: ChoiceId, intervention: Intervention): FaultChoice => ({
		id,
		intervention,
		fromMs: at
	});
	return [
		choice('cut', { ...wire, fault: 'cut' }),
		choice('lag', { ...wire, fault: 'delay', extraMs: lateMs }),
		choice('lossy', { ...wire, fault: 'drop', count: -1, chance: lossChance }),
		choice('mend', { ...wire, fault: 'mend' })
	];
}

function messageChoices(sentSeq: number, moment: Moment): readonly FaultChoice[] {
	const message = chosenMessage(sentSeq, moment.trace, moment.index, moment.timeZeroUs);
	if (message === null) return [];
	// What was done between the sending and the cursor stands: the person acts now, on a message on its way.
	const fromMs = Math.max(message.at, moment.atMs);
	return (['drop', 'delay', 'duplicate', 'reorder'] as const).map((fault) => ({
		id: fault,
		intervention: {
			do: 'message',
			...message,
			fault,
			...(fault === 'delay' || fault === 'reorder' ? { extraMs: lateMs } : {})
		},
		fromMs
	}));
}
