// A simulated operating-system process: a name, one guest program, one thing at a time. What arrives while the guest is
// busy waits in order. The guest itself is not here: `perform turn` asks the host for it and `turn.ended` tells the result.
import {
	noEffects,
	PersistentQueue,
	tell,
	type Draft,
	type Effect,
	type Micros,
	type Step
} from '#kernel';
import type { ActorId, Recorded } from '#kernel/events';
import type { GuestDelivery, ProcessEvent, ProcessExit } from './events.ts';
import { nextLife, type ProcessLife } from './process-machine.ts';
import { applyOperations } from './process-operations.ts';
import { trackSocket, type ProcessSocket } from './process-sockets.ts';
import { beginDelivery } from './process-timers.ts';

export interface Waiting {
	readonly delivery: GuestDelivery;
	readonly since: Micros;
}

export interface ProcessState {
	readonly name: string;
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly role: 'client' | 'server';
	readonly serverType: string | null;
	readonly pollUs: Micros;
	/** Virtual microseconds each turn takes besides its polls; 0 unless it was slowed. */
	readonly turnUs: Micros;
	/** It gets no processor: what arrives waits, and a turn under way stands still. */
	readonly isPaused: boolean;
	/** 1 for the first life. */
	readonly life: number;
	readonly status: ProcessLife;
	readonly startedAt: Micros;
	/** The delivery being handled; null when idle. */
	readonly busy: Waiting | null;
	readonly inbox: PersistentQueue<Waiting>;
	readonly sockets: ReadonlyMap<number, ProcessSocket>;
	/** Ports listened on, with whether each keeps the process alive. */
	readonly listeners: ReadonlyMap<number, boolean>;
	/** Repeating timers with their periods. */
	readonly intervals: ReadonlyMap<number, Micros>;
	/** Timers, sockets and listeners that keep the process alive. */
	readonly aliveCount: number;
	/** Timers armed that do not keep the process alive. */
	readonly unrefTimers: ReadonlySet<number>;
	/** An `immediates` delivery is on its way. */
	readonly immediate: boolean;
	/** The guest was asked to wind up because nothing was left. */
	readonly draining: boolean;
	readonly turns: number;
	/** Interrupt polls used in all lives. */
	readonly polls: number;
	readonly outputLines: number;
	readonly exit: ProcessExit | null;
}

/** A copy to change; see Draft. */
export function processDraft(state: ProcessState): Draft<ProcessState> {
	return {
		name: state.name,
		file: state.file,
		args: state.args,
		env: state.env,
		role: state.role,
		serverType: state.serverType,
		pollUs: state.pollUs,
		turnUs: state.turnUs,
		isPaused: state.isPaused,
		life: state.life,
		status: state.status,
		startedAt: state.startedAt,
		busy: state.busy,
		inbox: state.inbox,
		sockets: state.sockets,
		listeners: state.listeners,
		intervals: state.intervals,
		aliveCount: state.aliveCount,
		unrefTimers: state.unrefTimers,
		immediate: state.immediate,
		draining: state.draining,
		turns: state.turns,
		polls: state.polls,
		outputLines: state.outputLines,
		exit: state.exit
	};
}

/** The process actor's step. */
export function processStep(
	state: ProcessState | undefined,
	event: Recorded<ProcessEvent>
): Step<ProcessState> {
	if (event.kind === 'process.started') return start(state, event.data, event);
	if (state === undefined) return { state: undefined, effects: noEffects };
	if (state.status !== 'running') return { state, effects: noEffects };
	switch (event.kind) {
		case 'process.delivery':
			return receive(state, event.data.delivery, event.data.socket ?? null, event);
		case 'turn.began':
			return begin(state, event.data.delivery, [], event.actor);
		case 'turn.ended':
			return endTurn(state, event);
		case 'process.timer-due':
			return receive(state, ['timer', event.data.timer], null, event);
		case 'process.output': {
			const printed = processDraft(state);
			printed.outputLines += 1;
			return { state: printed, effects: noEffects };
		}
		case 'process.exited': {
			const { code, reason } = event.data;
			const how = reason === null ? 'exit' : reason === 'uncaught' ? 'crash' : 'limit';
			return end(state, nextLife(state.status, how), { code, reason }, event.actor);
		}
		case 'process.killed':
			return end(
				state,
				nextLife(state.status, 'kill'),
				{ code: null, reason: 'killed' },
				event.actor
			);
		case 'process.paused':
			return pause(state);
		case 'process.continued':
			return proceed(state, event);
		case 'process.slowed':
			return { state: { ...state, ...event.data }, effects: noEffects };
		case 'process.note':
			return { state, effects: noEffects };
	}
}

function start(
	before: ProcessState | undefined,
	data: Extract<ProcessEvent, { kind: 'process.started' }>['data'],
	event: { readonly at: Micros; readonly actor: ActorId }
): Step<ProcessState> {
	const delivery: GuestDelivery = ['main'];
	return {
		state: {
			name: event.actor.slice('process:'.length),
			file: data.file,
			args: data.args,
			env: data.env,
			role: data.role,
			serverType: data.serverType,
			pollUs: data.pollUs,
			turnUs: 0,
			isPaused: false,
			life: (before?.life ?? 0) + 1,
			status: nextLife(before?.status ?? 'exited', 'start'),
			startedAt: event.at,
			busy: { delivery, since: event.at },
			inbox: PersistentQueue.empty(),
			sockets: new Map(),
			listeners: new Map(),
			intervals: new Map(),
			aliveCount: 0,
			unrefTimers: new Set(),
			immediate: false,
			draining: false,
			turns: 0,
			polls: before?.polls ?? 0,
			outputLines: before?.outputLines ?? 0,
			exit: null
		},
		effects: [perform(delivery)]
	};
}

function perform(delivery: GuestDelivery): Effect {
	return { type: 'perform', what: 'turn', data: delivery };
}

function receive(
	state: ProcessState,
	delivery: GuestDelivery,
	socket: { readonly socketId: number; readonly link: ActorId } | null,
	{ at, actor }: { readonly at: Micros; readonly actor: ActorId }
): Step<ProcessState> {
	const known = trackSocket(state, delivery, socket);
	if (!known.wanted) return known;
	if (state.busy !== null || state.isPaused) {
		const waits = processDraft(known.state);
		waits.inbox = waits.inbox.push({ delivery, since: at });
		return { state: waits, effects: known.effects };
	}
	const starts = processDraft(known.state);
	starts.busy = { delivery, since: at };
	return begin(starts, delivery, known.effects, actor);
}

/** The guest is handed a delivery. */
function begin(
	state: ProcessState,
	delivery: GuestDelivery,
	before: readonly Effect[],
	self: ActorId
): Step<ProcessState> {
	const effects = [...before];
	const begun = beginDelivery(state, delivery, self, effects);
	effects.push(perform(delivery));
	return { state: begun, effects };
}

function endTurn(
	state: ProcessState,
	event: Extract<Recorded<ProcessEvent>, { kind: 'turn.ended' }>
): Step<ProcessState> {
	const { polls, operations, limit } = event.data;
	const done = processDraft(state);
	done.busy = null;
	done.turns += 1;
	done.polls += polls;
	const { state: after, effects, ended } = applyOperations(done, operations, event.actor);
	if (ended) return { state: after, effects };
	if (limit !== null) {
		effects.push(
			tell(event.actor, 'process.output', {
				stream: 'stderr',
				text: `The process was stopped: ${limit}.`
			}),
			tell(event.actor, 'process.exited', { code: null, reason: limit, ...nowhere })
		);
		return { state: after, effects };
	}
	return next(after, effects, event);
}

/** No processor: the end of the turn under way is put off until the process goes on. */
function pause(state: ProcessState): Step<ProcessState> {
	if (state.isPaused) return { state, effects: noEffects };
	const effects: Effect[] =
		state.busy === null ? [] : [{ type: 'perform', what: 'halt', data: null }];
	return { state: { ...state, isPaused: true }, effects };
}

function proceed(
	state: ProcessState,
	event: { readonly at: Micros; readonly actor: ActorId }
): Step<ProcessState> {
	if (!state.isPaused) return { state, effects: noEffects };
	const awake = processDraft(state);
	awake.isPaused = false;
	if (state.busy !== null) {
		return { state: awake, effects: [{ type: 'perform', what: 'proceed', data: null }] };
	}
	return state.inbox.length === 0 ? { state: awake, effects: noEffects } : next(awake, [], event);
}

const nowhere = { message: null, file: null, line: null, column: null };

/** What the process does after a turn: the next waiting delivery, winding up, or resting. */
function next(
	state: ProcessState,
	effects: Effect[],
	event: { readonly at: Micros; readonly actor: ActorId }
): Step<ProcessState> {
	const waiting = state.inbox.first();
	if (waiting !== undefined) {
		const busy = processDraft(state);
		busy.inbox = state.inbox.shift();
		busy.busy = { delivery: waiting.delivery, since: event.at };
		effects.push(
			tell(event.actor, 'turn.began', {
				delivery: waiting.delivery,
				waitedUs: event.at - waiting.since
			})
		);
		return { state: busy, effects };
	}
	if (state.aliveCount > 0 || state.immediate) {
		return { state: state.draining ? { ...state, draining: false } : state, effects };
	}
	// Nothing is left to wait for. The guest gets one turn to say so to its own 'beforeExit' and 'exit' handlers.
	if (state.draining) {
		effects.push(tell(event.actor, 'process.exited', { code: 0, reason: null, ...nowhere }));
		return { state, effects };
	}
	const drain: GuestDelivery = ['drain'];
	effects.push(tell(event.actor, 'turn.began', { delivery: drain, waitedUs: 0 }));
	return {
		state: { ...state, draining: true, busy: { delivery: drain, since: event.at } },
		effects
	};
}

function end(
	state: ProcessState,
	status: ProcessLife,
	exit: ProcessExit,
	self: ActorId
): Step<ProcessState> {
	return {
		state: {
			...state,
			status,
			exit,
			busy: null,
			inbox: PersistentQueue.empty(),
			sockets: new Map(),
			listeners: new Map(),
			intervals: new Map(),
			aliveCount: 0,
			unrefTimers: new Set(),
			immediate: false
		},
		effects: [
			{ type: 'cancel', key: '*' },
			{ type: 'perform', what: 'dispose', data: null },
			tell('network:main', 'network.gone', { owner: self })
		]
	};
}
