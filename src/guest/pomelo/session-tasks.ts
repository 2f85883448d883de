// One task at a time for each session: what the filter `pomelo.serial()` queues requests with.
// Source: NetEase/pomelo lib/common/manager/taskManager.js; seq-queue 0.0.5.

import {
	ArrayPrototypeShift,
	MapPrototypeDelete,
	MapPrototypeGet,
	MapPrototypeSet
} from '../runtime/primordials.ts';
import { times } from './constants.ts';
import type { Platform, TimerHandle } from './platform.ts';

/** Ends a task; false when it ran out of time before. */
export interface SessionTask {
	done(): boolean;
}

interface Waiting {
	readonly run: (task: SessionTask) => void;
	readonly onTimeout: () => void;
	readonly timeoutMs: number;
}

interface TaskQueue {
	readonly waiting: Waiting[];
	isBusy: boolean;
}

const queues = new Map<unknown, TaskQueue>();

/** Runs `run(task)` on the next tick after all earlier tasks of this session are done or have run out of time. */
export function addSessionTask(
	platform: Platform,
	sessionId: unknown,
	run: (task: SessionTask) => void,
	onTimeout: () => void,
	timeoutMs: number | undefined
): void {
	let queue = MapPrototypeGet(queues, sessionId) as TaskQueue | undefined;
	if (queue === undefined) {
		queue = { waiting: [], isBusy: false };
		MapPrototypeSet(queues, sessionId, queue);
	}
	queue.waiting[queue.waiting.length] = {
		run,
		onTimeout,
		timeoutMs: timeoutMs ?? times.serialTaskMs
	};
	if (!queue.isBusy) startNext(platform, queue);
}

/** Forgets what a closed session still has waiting. */
export function closeSessionTasks(sessionId: unknown): void {
	MapPrototypeDelete(queues, sessionId);
}

function startNext(platform: Platform, queue: TaskQueue): void {
	const next = ArrayPrototypeShift(queue.waiting) as Waiting | undefined;
	queue.isBusy = next !== undefined;
	if (next === undefined) return;
	let isOver = false;
	let timer: TimerHandle = undefined;
	const end = (): boolean => {
		if (isOver) return false;
		isOver = true;
		platform.clearTimer(timer);
		platform.nextTick(() => {
			startNext(platform, queue);
		});
		return true;
	};
	timer = platform.setTimer(() => {
		if (end()) next.onTimeout();
	}, next.timeoutMs);
	platform.nextTick(() => {
		next.run({ done: end });
	});
}
