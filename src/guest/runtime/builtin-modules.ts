// The modules a program may `require` or `import` by a bare name. Libraries register theirs when the guest
// image boots; nothing is read from disk and there is no node_modules.
// To add a library: make src/guest/<folder>/index.ts, call `registerBuiltin` there, and import it in node/index.ts or in a part.

import {
	MapPrototypeForEach,
	MapPrototypeGet,
	MapPrototypeHas,
	MapPrototypeSet
} from './primordials.ts';

interface Builtin {
	readonly load: () => unknown;
	loaded: boolean;
	exports: unknown;
}

const builtins = new Map<string, Builtin>();

/**
 * Makes `require(name)` and `import ... from name` work. Register Node.js' own modules without `node:`; both spellings then work.
 * `load` runs once, while the image boots (before any student code), so it must not depend on a process: use
 * `onProcessStart` for argv, env, seeds and the clock. The own enumerable keys of the result become named imports.
 */
export function registerBuiltin(name: string, load: () => unknown): void {
	MapPrototypeSet(builtins, name, { load, loaded: false, exports: undefined });
}

/** True when `name` (without `node:`) is a registered module. */
export function hasBuiltin(name: string): boolean {
	return MapPrototypeHas(builtins, name);
}

/** The exports of a registered module, loading it the first time; undefined when nobody registered it. */
export function builtinExports(name: string): unknown {
	const builtin = MapPrototypeGet(builtins, name) as Builtin | undefined;
	if (builtin === undefined) return undefined;
	if (!builtin.loaded) {
		builtin.loaded = true;
		builtin.exports = builtin.load();
	}
	return builtin.exports;
}

/** Names of all registered modules, in the order of registration. */
export function builtinNames(): string[] {
	const names: string[] = [];
	MapPrototypeForEach(builtins, (_builtin: unknown, name: unknown) => {
		names[names.length] = name as string;
	});
	return names;
}
