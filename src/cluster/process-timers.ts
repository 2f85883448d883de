// Timers as the machine keeps them: due when the clock says so, counted as alive until the guest has begun to handle them.
// A repeating timer is armed again when its callback begins, so a slow callback never piles them up.
// Source: Node.js lib/internal/timers.js (listOnTimeout takes the start of the next period before the callback).
import { microsFromMs, type Effect, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { GuestDelivery } from './events.ts';
import { processDraft, type ProcessState } from './process.ts';

/** Arms a timer as asked. */
export function armTimer(
	state: ProcessState,
	timer: number,
	delayMs: number,
	repeats: boolean,
	self: ActorId,
	effects: Effect[]
): ProcessState {
	const delayUs = microsFromMs(delayMs);
	effects.push(dueAfter(timer, delayUs, self));
	const alive = processDraft(state);
	alive.aliveCount += 1;
	if (repeats) alive.intervals = new Map(state.intervals).set(timer, delayUs);
	return alive;
}

/** Takes a timer away, also one that is due and waits for its turn. */
export function clearTimer(state: ProcessState, timer: number, effects: Effect[]): ProcessState {
	effects.push({ type: 'cancel', key: timerKey(timer) });
	const after = processDraft(state);
	after.inbox = state.inbox.removeFirst(({ delivery }) => isTimer(delivery, timer));
	return release(after, timer);
}

/** Marks a timer as keeping the process alive or not. */
export function refTimer(state: ProcessState, timer: number, keepsAlive: boolean): ProcessState {
	if (keepsAlive !== state.unrefTimers.has(timer)) return state;
	const unrefTimers = new Set(state.unrefTimers);
	if (keepsAlive) unrefTimers.delete(timer);
	else unrefTimers.add(timer);
	const after = processDraft(state);
	after.unrefTimers = unrefTimers;
	after.aliveCount += keepsAlive ? 1 : -1;
	return after;
}

/** The guest begins to handle a delivery: a one-shot timer is spent, a repeating one starts its next period. */
export function beginDelivery(
	state: ProcessState,
	delivery: GuestDelivery,
	self: ActorId,
	effects: Effect[]
): ProcessState {
	if (delivery[0] !== 'timer') return state;
	const timer = delivery[1] as number;
	const every = state.intervals.get(timer);
	if (every === undefined) return release(state, timer);
	effects.push(dueAfter(timer, every, self));
	return state;
}

/** The timer no longer counts. */
function release(state: ProcessState, timer: number): ProcessState {
	const after = processDraft(state.unrefTimers.has(timer) ? refTimer(state, timer, true) : state);
	after.aliveCount -= 1;
	if (state.intervals.has(timer)) {
		const intervals = new Map(state.intervals);
		intervals.delete(timer);
		after.intervals = intervals;
	}
	return after;
}

function isTimer(delivery: GuestDelivery, timer: number): boolean {
	return delivery[0] === 'timer' && delivery[1] === timer;
}

function timerKey(timer: number): string {
	return `t${String(timer)}`;
}

function dueAfter(timer: number, delayUs: Micros, self: ActorId): Effect {
	return {
		type: 'after',
		key: timerKey(timer),
		delayUs,
		to: self,
		kind: 'process.timer-due',
		data: { timer }
	};
}
