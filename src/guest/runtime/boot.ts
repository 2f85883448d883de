// Boot of the runtime around the libraries. What is called here must not depend on a process: the result is copied.

import { builtinExports, builtinNames, hasBuiltin, registerBuiltin } from './builtin-modules.ts';
import { installChance } from './chance.ts';
import { createRequire, Module } from './commonjs.ts';
import { importSource, pathOfUrl, installModuleBridge, resolveImport } from './es-modules.ts';
import { repairTemplateLiterals } from './engine-repairs.ts';
import { deliver, deliverData, proceed, rejection } from './event-loop.ts';
import { defineGlobal } from './globals.ts';
import { clearImmediate, setImmediate } from './immediates.ts';
import { builtinName } from './module-paths.ts';
import { wrapperStart } from './module-format.ts';
import { installProcess, makeProcessEmitter } from './process.ts';
import { installStackTraces } from './stack-traces.ts';
import { clearInterval, clearTimeout, setInterval, setTimeout } from './timers.ts';

repairTemplateLiterals();
installStackTraces(wrapperStart.length);
installChance();
installProcess();
installModuleBridge();
defineGlobal('global', globalThis);
defineGlobal('setTimeout', setTimeout, true);
defineGlobal('clearTimeout', clearTimeout, true);
defineGlobal('setInterval', setInterval, true);
defineGlobal('clearInterval', clearInterval, true);
defineGlobal('setImmediate', setImmediate, true);
defineGlobal('clearImmediate', clearImmediate, true);

registerBuiltin('module', () => ({
	builtinModules: builtinNames(),
	createRequire: (from: unknown) => createRequire(pathOfUrl(textOf(from))),
	isBuiltin: (name: string) => hasBuiltin(builtinName(name)),
	Module
}));

/** A path or URL object as text. */
function textOf(from: unknown): string {
	return typeof from === 'string' ? from : (from as { href: string }).href;
}

/** Loads every registered module, so that each process finds it ready, and hands the entry points to the host. */
export function finishBoot(): void {
	const names = builtinNames();
	for (let index = 0; index < names.length; index++) builtinExports(names[index] as string);
	const events = builtinExports('events');
	if (events !== undefined) {
		makeProcessEmitter(events as Parameters<typeof makeProcessEmitter>[0]);
	}
	defineGlobal('roundtripGuest', {
		deliver,
		deliverData,
		proceed,
		rejection,
		resolveImport,
		importSource
	});
}
