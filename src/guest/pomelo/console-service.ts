// Admin modules of one process, for one of its two roles: the monitors' side (every process) or the master's side.
// Runs their timers and handlers; the agents that talk to the others are in admin-agent.ts.
// Source: pomelo-admin lib/consoleService.js; NetEase/pomelo lib/util/moduleUtil.js.

import { MathFloor, MathMax } from '../runtime/primordials.ts';
import type { Application } from './application.ts';
import { settingKeys } from './constants.ts';
import {
	callMethod,
	field,
	isFunction,
	isObject,
	stackOf,
	textOf,
	type Fields
} from './dynamic.ts';
import type { Logger } from './logger.ts';
import type { Platform, TimerHandle } from './platform.ts';

/** Puts the modules that Pomelo brings along behind those of the application. Here they are names: what they do is
 * done by the monitor component and the registry, and there is no admin client to ask the others. */
export function registerDefaultModules(app: Application, isMaster: boolean): void {
	app.registerAdmin(isMaster ? '__masterwatcher__' : '__monitorwatcher__', {});
	app.registerAdmin('watchServer', {});
	app.registerAdmin('__console__', {});
}

export class ConsoleService {
	/** True for the master's side; modules ask. */
	readonly master: boolean;
	/** Set right after making: what handlers get as their first argument. */
	agent: unknown = undefined;
	readonly values: Fields = {};
	readonly modules: Record<string, unknown> = {};
	readonly #platform: Platform;
	readonly #logger: Logger;
	#timers: TimerHandle[] = [];

	constructor(platform: Platform, logger: Logger, isMaster: boolean) {
		this.master = isMaster;
		this.#platform = platform;
		this.#logger = logger;
	}

	/** Makes the application's modules for this role. */
	loadModules(app: Application): void {
		const records = app.get(settingKeys.adminModules);
		for (const id in isObject(records) ? records : {}) {
			const record = field(records, id);
			let module = field(record, 'module');
			if (isFunction(module)) module = module(field(record, 'opts'), this);
			const moduleId = field(record, 'moduleId') || field(module, 'moduleId');
			if (moduleId) this.register(textOf(moduleId), module);
			else this.#logger.warn('ignore an unknown module.');
		}
	}

	register(moduleId: string, module: unknown): void {
		this.modules[moduleId] = module;
	}

	set(moduleId: string, value: unknown): void {
		this.values[moduleId] = value;
	}

	get(moduleId: string): unknown {
		return this.values[moduleId];
	}

	/** Starts the timers of the modules that have one: `push` on monitors, everything else on the master. */
	enable(): void {
		for (const moduleId in this.modules) {
			const module = this.modules[moduleId];
			const type = field(module, 'type');
			if (!type || !field(module, 'interval')) continue;
			if (this.master === (type === 'push')) continue;
			this.#schedule(module);
		}
	}

	/** Calls `start(cb)` of each module that has it, one after the other. */
	startModules(cb: (err?: unknown) => void): void {
		const list: unknown[] = [];
		for (const moduleId in this.modules) list[list.length] = this.modules[moduleId];
		let index = 0;
		const next = (err?: unknown): void => {
			if (err || index >= list.length) {
				cb(err);
				return;
			}
			const module = list[index++];
			if (isFunction(field(module, 'start'))) callMethod(module, 'start', [next]);
			else next();
		};
		next();
	}

	stop(): void {
		for (let index = 0; index < this.#timers.length; index++) {
			this.#platform.clearTimer(this.#timers[index]);
		}
		this.#timers = [];
	}

	/** Runs a handler of a module for a message; `cb(err, answer)`. */
	execute(moduleId: string, method: string, msg: unknown, cb: (...args: unknown[]) => void): void {
		const module = this.modules[moduleId];
		if (!module) {
			this.#logger.error('unknown module: %j.', moduleId);
			cb(`unknown moduleId:${moduleId}`);
			return;
		}
		if (!isFunction(field(module, method))) {
			this.#logger.error('module %j dose not have a method called %j.', moduleId, method);
			cb(`module ${moduleId} dose not have a method called ${method}`);
			return;
		}
		callMethod(module, method, [this.agent, msg, cb]);
	}

	/** What a handler throws on the clock is logged; later ticks come all the same. */
	#schedule(module: unknown): void {
		const delayMs = MathMax(Number(field(module, 'delay')) || 0, 0) * 1000;
		const seconds = Number(field(module, 'interval'));
		const periodMs = -MathFloor(seconds < 0 ? -1 : -seconds) * 1000;
		const run = (): void => {
			const complain = (): void => {
				this.#logger.error('interval push should not have a callback.');
			};
			const method = this.master ? 'masterHandler' : 'monitorHandler';
			try {
				callMethod(module, method, [this.agent, null, complain]);
			} catch (err) {
				this.#logger.error('Job run error for exception ! %s', stackOf(err));
			}
		};
		const first = this.#platform.setTimer(() => {
			this.#timers[this.#timers.length] = this.#platform.setRepeatingTimer(run, periodMs);
			run();
		}, delayMs);
		this.#timers[this.#timers.length] = first;
	}
}
