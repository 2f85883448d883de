// The framework's log lines. They go to the stream `log`, apart from what the program prints.
// Differs: no log4js configuration, no time stamps, no debug level.

import { ReflectApply } from '../runtime/primordials.ts';
import type { Platform } from './platform.ts';

export interface Logger {
	info(format: string, ...args: unknown[]): void;
	warn(format: string, ...args: unknown[]): void;
	error(format: string, ...args: unknown[]): void;
}

/** A logger for one part of the framework, e.g. `pomelo` or `pomelo-rpc`. Formats as `util.format` does. */
export function createLogger(platform: Platform, category: string): Logger {
	const write = (level: string, args: unknown[]): void => {
		const { format } = platform;
		const text = ReflectApply(format, platform, args);
		platform.log(`[${level}] ${category} - ${text}`);
	};
	return {
		info(...args: unknown[]) {
			write('INFO', args);
		},
		warn(...args: unknown[]) {
			write('WARN', args);
		},
		error(...args: unknown[]) {
			write('ERROR', args);
		}
	};
}
