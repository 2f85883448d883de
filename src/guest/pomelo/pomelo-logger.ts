// `require('pomelo-logger')`: loggers by category with a prefix, levels, and a configuration that is accepted.
// Source: pomelo-logger 0.1.7 lib/logger.js; log4js 0.6 (levels).
// Differs: lines go to the stream `log` without time and colour; of a configuration only `levels` counts.

import {
	ObjectAssign,
	ReflectApply,
	StringPrototypeSlice,
	StringPrototypeToUpperCase
} from '../runtime/primordials.ts';
import { field, isObject, textOf, type Fields } from './dynamic.ts';
import type { Platform } from './platform.ts';

/** In the order of weight; `log` is another name for `info`. */
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** Makes the module for one process. */
export function createLoggerModule(platform: Platform): Fields {
	/** The lowest level that is written, as an index into `levels`, by category. */
	const thresholds: Record<string, number> = {};
	const setLevel = (category: string, level: unknown): void => {
		thresholds[category] = weightOf(level);
	};
	const isWritten = (category: string, weight: number): boolean =>
		weight >= (thresholds[category] ?? thresholds['[all]'] ?? 0);

	const getLogger = (...names: unknown[]): Fields => {
		const category = names.length > 0 ? textOf(names[0]) : '[default]';
		let prefix = '';
		for (let index = 1; index < names.length; index++) prefix += `[${textOf(names[index])}] `;
		const logger: Fields = {
			category,
			setLevel: (level: unknown) => {
				setLevel(category, level);
			}
		};
		const addMethod = (name: string, level: string, weight: number): void => {
			logger[name] = (...args: unknown[]): void => {
				if (!isWritten(category, weight)) return;
				if (prefix !== '') args[0] = prefix + textOf(args[0]);
				const text = ReflectApply(platform.format, platform, args);
				platform.log(`[${StringPrototypeToUpperCase(level)}] ${category} - ${text}`);
			};
		};
		for (let weight = 0; weight < levels.length; weight++) {
			const level = levels[weight] ?? 'info';
			addMethod(level, level, weight);
			const isEnabled = `is${StringPrototypeToUpperCase(level[0] ?? '')}${StringPrototypeSlice(level, 1)}Enabled`;
			logger[isEnabled] = () => isWritten(category, weight);
		}
		addMethod('log', 'info', weightOf('info'));
		return logger;
	};

	const configure = (config: unknown): void => {
		const wanted = field(typeof config === 'string' ? platform.require(config) : config, 'levels');
		for (const category in isObject(wanted) ? wanted : {}) {
			setLevel(category, field(wanted, category));
		}
	};

	const pomeloLogger: Fields = { getLogger, getDefaultLogger: getLogger, configure };
	return ObjectAssign(pomeloLogger, {
		addAppender: () => undefined,
		replaceConsole: () => undefined,
		restoreConsole: () => undefined
	});
}

/** A level's place; unknown ones write everything, `OFF` nothing. */
function weightOf(level: unknown): number {
	const name = StringPrototypeToUpperCase(textOf(field(level, 'levelStr') ?? level));
	if (name === 'OFF') return levels.length;
	for (let weight = 0; weight < levels.length; weight++) {
		if (StringPrototypeToUpperCase(levels[weight] ?? '') === name) return weight;
	}
	return 0;
}
