// Registers the framework as the module `pomelo` of the guest, and its logger as `pomelo-logger`.

import { format } from '../node/inspect.ts';
import { posix } from '../node/path.ts';
import { builtinExports, registerBuiltin } from '../runtime/builtin-modules.ts';
import { createRequire, type Require } from '../runtime/commonjs.ts';
import { frameworkLog, noteFact } from '../runtime/facts.ts';
import { hostListFiles } from '../runtime/host.ts';
import {
	DateNow,
	ReflectApply,
	ReflectConstruct,
	StringPrototypeSplit
} from '../runtime/primordials.ts';
import { guestProcess } from '../runtime/process.ts';
import { exitNow } from '../runtime/process-life.ts';
import { processFacts } from '../runtime/process-start.ts';
import { connectSocket, listenOnPort } from '../runtime/sockets.ts';
import { queueTick } from '../runtime/tick-queue.ts';
import { armTimer, disarmTimer } from '../runtime/timers.ts';
import { removeField } from './dynamic.ts';
import type { Emitter, Platform } from './platform.ts';
import { createLoggerModule } from './pomelo-logger.ts';
import { createPomelo } from './pomelo.ts';

registerBuiltin('pomelo', () => createPomelo(createPlatform()));
registerBuiltin('pomelo-logger', () => createLoggerModule(createPlatform()));

interface Hash {
	update(text: string): Hash;
	digest(encoding: string): string;
}

function createPlatform(): Platform {
	const { random } = Math;
	const EventEmitter = builtinExports('events') as new () => Emitter;
	let requireOfMain: Require | undefined;
	const require = (path: string): unknown => {
		requireOfMain ??= createRequire(mainPath());
		return requireOfMain(path);
	};
	return {
		argv: () => guestProcess.argv as string[],
		env: (name) => (guestProcess.env as Record<string, string | undefined>)[name],
		mainPath,
		pid: () => processFacts()?.pid ?? 0,
		exit: (code) => exitNow(code),
		nowMs: () => DateNow(),
		random: () => random(),
		nextTick: (fn) => {
			queueTick(fn);
		},
		setTimer: (fn, delayMs) => armTimer(delayMs, false, fn),
		setRepeatingTimer: (fn, periodMs) => armTimer(periodMs, true, fn),
		clearTimer: (timer) => {
			if (typeof timer === 'number') disarmTimer(timer);
		},
		connect: connectSocket,
		listen: listenOnPort,
		listFiles: () => StringPrototypeSplit(hostListFiles(), '\n'),
		require,
		requireFresh: (path) => {
			requireOfMain ??= createRequire(mainPath());
			removeField(requireOfMain.cache, path);
			return require(path);
		},
		join: (...parts) => posix.join(...parts),
		createEmitter: () => ReflectConstruct<[], Emitter>(EventEmitter, []),
		format: (...args) => ReflectApply(format, undefined, args),
		crc32: (text) => (builtinExports('crc') as { crc32: (text: string) => number }).crc32(text),
		md5: (text, encoding = 'hex') => {
			const crypto = builtinExports('crypto') as { createHash: (name: string) => Hash };
			return crypto.createHash('md5').update(text).digest(encoding);
		},
		log: frameworkLog,
		note: noteFact
	};
}

function mainPath(): string {
	return processFacts()?.mainPath ?? '/app/app.js';
}
