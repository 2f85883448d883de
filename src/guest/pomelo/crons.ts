// Jobs by the clock: those of config/crons.json for this server's type, and those added while it runs. A job is a method
// of a module in app/servers/<type>/cron.
// Source: NetEase/pomelo lib/server/server.js; pomelo-scheduler 0.3.9 lib/{schedule,job}.js.

import { MathTrunc, StringPrototypeSplit } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { configurationPath } from './configuration.ts';
import { applicationEvents } from './constants.ts';
import { nextCronTime, parseCronTime, type CronTime } from './cron-trigger.ts';
import { callMethod, field, isFunction, stackOf, textOf, type Fields } from './dynamic.ts';
import { loadFolder, serverFolder } from './loader.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Callback, Platform, TimerHandle } from './platform.ts';

interface Job {
	isCancelled: boolean;
	timer: TimerHandle;
}

export class Crons {
	readonly #app: Application;
	readonly #platform: Platform;
	readonly #logger: Logger;
	readonly #crons: unknown[] = [];
	readonly #jobs: Record<string, Job | undefined> = {};
	#handlers: Fields = {};

	constructor(app: Application, platform: Platform) {
		this.#app = app;
		this.#platform = platform;
		this.#logger = createLogger(platform, 'pomelo');
		app.event.on(applicationEvents.ADD_CRONS, ((crons: unknown[]) => {
			this.#loadHandlers();
			for (let index = 0; index < crons.length; index++) this.#register(crons[index]);
			this.#scheduleAll(crons);
		}) as Callback);
		app.event.on(applicationEvents.REMOVE_CRONS, ((crons: unknown[]) => {
			for (let index = 0; index < crons.length; index++) this.#remove(crons[index]);
		}) as Callback);
	}

	/** Loads the modules and reads crons.json. */
	load(): void {
		const app = this.#app;
		this.#loadHandlers();
		if (configurationPath(app, this.#platform, '/config/crons.json') === undefined) return;
		app.loadConfigBaseApp('crons', '/config/crons.json');
		const list = field(app.get('crons'), String(app.serverType)) as unknown[] | undefined;
		for (let index = 0; index < (list?.length ?? 0); index++) {
			const serverId = field(list?.[index], 'serverId');
			if (!serverId || serverId === app.serverId) this.#register(list?.[index]);
		}
	}

	/** Starts the clocks of all jobs read so far. */
	start(): void {
		this.#scheduleAll(this.#crons);
	}

	#loadHandlers(): void {
		const folder = serverFolder(this.#app.getBase(), String(this.#app.serverType), 'cron');
		this.#handlers = loadFolder(this.#platform, folder, this.#app) ?? {};
	}

	#register(cron: unknown): void {
		for (let index = 0; index < this.#crons.length; index++) {
			if (field(this.#crons[index], 'id') !== field(cron, 'id')) continue;
			this.#logger.warn('cron is duplicated: %j', cron);
			return;
		}
		this.#crons[this.#crons.length] = cron;
	}

	#scheduleAll(crons: readonly unknown[]): void {
		for (let index = 0; index < crons.length; index++) {
			const cron = crons[index];
			const time = field(cron, 'time');
			const action = field(cron, 'action');
			const id = field(cron, 'id');
			if (!time || !action || !id) {
				this.#logger.error('cron miss necessary parameters: %j', cron);
				continue;
			}
			const path = StringPrototypeSplit(textOf(action), '.');
			if (path.length < 2) {
				this.#logger.error('cron action is error format: %j', cron);
				continue;
			}
			const handler = this.#handlers[path[0] ?? ''];
			const method = path[1] ?? '';
			if (!handler) this.#logger.error('could not find cron: %j', cron);
			else if (!isFunction(field(handler, method))) {
				this.#logger.error('could not find cron job: %j, %s', cron, method);
			} else this.#schedule(id, time, handler, method);
		}
	}

	#schedule(id: unknown, time: unknown, handler: unknown, method: string): void {
		const trigger = parseCronTime(textOf(time));
		// The original reads fields of null here.
		if (trigger === undefined) throw new TypeError("Cannot read properties of null (reading '4')");
		const job: Job = { isCancelled: false, timer: undefined };
		this.#jobs[textOf(id)] = job;
		this.#arm(job, trigger, nextCronTime(trigger, this.#platform.nowMs()), () => {
			callMethod(handler, method, [null]);
		});
	}

	#arm(job: Job, trigger: CronTime, dueMs: number | null, run: () => void): void {
		if (dueMs === null) return;
		// A timer takes 24 days at most: a later job waits in steps of one day.
		const waitMs = dueMs - this.#platform.nowMs();
		const dayMs = 86_400_000;
		job.timer = this.#platform.setTimer(
			() => {
				if (job.isCancelled) return;
				if (waitMs > dayMs) {
					this.#arm(job, trigger, dueMs, run);
					return;
				}
				try {
					run();
				} catch (err) {
					this.#logger.error('Job run error for exception ! %s', stackOf(err));
				}
				this.#arm(job, trigger, nextCronTime(trigger, dueMs), run);
			},
			waitMs > dayMs ? dayMs : waitMs
		);
	}

	#remove(cron: unknown): void {
		const job = this.#jobs[textOf(MathTrunc(Number(field(cron, 'id'))))];
		if (job === undefined) {
			this.#logger.warn('cron is not in application: %j', cron);
			return;
		}
		job.isCancelled = true;
		this.#platform.clearTimer(job.timer);
	}
}
