// process.nextTick: callbacks that run after the current callback and before any promise job.
// Source: Node.js lib/internal/process/task_queues.js.

import { ReflectApply } from './primordials.ts';
import { uncaughtInCallback } from './uncaught.ts';
import { noteWork } from './work.ts';

interface Tick {
	readonly callback: (...args: never[]) => unknown;
	readonly args: readonly unknown[];
}

let queue: Tick[] = [];
let next = 0;
let isRunning = false;

/** Queues a tick: `callback(...args)`. `callback` must be a function: callers check as Node.js does. */
export function queueTick(
	callback: (...args: never[]) => unknown,
	args: readonly unknown[] = []
): void {
	if (queue.length === 0 && !isRunning) noteWork();
	queue[queue.length] = { callback, args };
}

/** Runs ticks until none is left; false when there was none. Private to the event loop. */
export function runTicks(): boolean {
	if (queue.length === 0) return false;
	isRunning = true;
	while (next < queue.length) {
		const tick = queue[next] as Tick;
		next += 1;
		if (next === 1024) {
			queue = dropFirst(queue, next);
			next = 0;
		}
		try {
			ReflectApply(tick.callback, undefined, tick.args as unknown[]);
		} catch (error) {
			uncaughtInCallback(error);
		}
	}
	queue = [];
	next = 0;
	isRunning = false;
	return true;
}

function dropFirst(list: Tick[], count: number): Tick[] {
	const rest: Tick[] = [];
	for (let index = count; index < list.length; index++) rest[index - count] = list[index] as Tick;
	return rest;
}
