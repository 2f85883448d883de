// ES modules: what an import leads to, and the source text the engine is given for it. The engine itself links
// and runs them. Registered modules and CommonJS files become small modules that re-export.
// Source: https://nodejs.org/api/esm.html#resolution-algorithm-specification; error texts are Node.js' own.

import { builtinExports, hasBuiltin } from './builtin-modules.ts';
import { loadForImport, withoutHashbang } from './commonjs.ts';
import { hostReadFile } from './host.ts';
import { formatOf } from './module-format.ts';
import { builtinName, folderOf, isPathRequest, joinPath } from './module-paths.ts';
import { nodeError } from './node-error.ts';
import {
	ArrayPrototypeIndexOf,
	ArrayPrototypePush,
	JSONStringify,
	ObjectDefineProperty,
	ObjectKeys,
	RegExpPrototypeExec,
	StringPrototypeIncludes,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith,
	StringPrototypeTrim
} from './primordials.ts';

const filePrefix = 'file://';
const bridgeKey = Symbol.for('roundtrip.module');

/** Lets generated modules reach the exports they stand for. */
export function installModuleBridge(): void {
	ObjectDefineProperty(globalThis, bridgeKey, {
		value: (name: string) =>
			StringPrototypeStartsWith(name, 'node:')
				? builtinExports(StringPrototypeSlice(name, 5))
				: loadForImport(name)
	});
}

/** `file:///app/a.mjs` gives `/app/a.mjs`; a path stays as it is. */
export function pathOfUrl(url: string): string {
	return StringPrototypeStartsWith(url, filePrefix)
		? StringPrototypeSlice(url, filePrefix.length)
		: url;
}

/** Starts the main file as an ES module; the promise settles when it has run. */
export function importMain(path: string): Promise<unknown> {
	return import(/* @vite-ignore */ `${filePrefix}${path}`);
}

/** The canonical name of what `specifier`, written in the module `base`, means: `file:///app/x.mjs` or `node:events`. */
export function resolveImport(base: string, specifier: string): string {
	if (StringPrototypeStartsWith(specifier, filePrefix)) {
		return fileName(StringPrototypeSlice(specifier, filePrefix.length), base);
	}
	const basePath = pathOfUrl(base);
	if (isPathRequest(specifier)) return fileName(joinPath(folderOf(basePath), specifier), basePath);
	const name = builtinName(specifier);
	if (hasBuiltin(name)) return `node:${name}`;
	if (StringPrototypeStartsWith(specifier, 'node:')) {
		throw nodeError(Error, 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${specifier}`);
	}
	throw nodeError(
		Error,
		'ERR_MODULE_NOT_FOUND',
		`Cannot find package '${specifier}' imported from ${basePath}`
	);
}

function fileName(path: string, basePath: string): string {
	if (hostReadFile(path) === undefined) {
		throw nodeError(
			Error,
			'ERR_MODULE_NOT_FOUND',
			`Cannot find module '${path}' imported from ${basePath}`,
			{ url: `${filePrefix}${path}` }
		);
	}
	return `${filePrefix}${path}`;
}

/** The source text of a module by its canonical name. */
export function importSource(name: string): string {
	if (StringPrototypeStartsWith(name, 'node:')) {
		const exports = builtinExports(StringPrototypeSlice(name, 5));
		const keys =
			typeof exports === 'object' || typeof exports === 'function' ? ObjectKeys(exports ?? {}) : [];
		return reExport(name, keys);
	}
	const path = pathOfUrl(name);
	const source = withoutHashbang(hostReadFile(path) ?? '');
	const format = formatOf(path, source);
	if (format === 'json') return `export default ${source}`;
	if (format === 'commonjs') return reExport(path, exportedNames(source));
	if (!StringPrototypeIncludes(source, 'import.meta')) return source;
	return `import.meta.url=${JSONStringify(name)};import.meta.filename=${JSONStringify(path)};import.meta.dirname=${JSONStringify(folderOf(path))};${source}`;
}

/** A module whose exports are the properties of an existing object. */
function reExport(name: string, keys: readonly string[]): string {
	let text = `const m = globalThis[Symbol.for('roundtrip.module')](${JSONStringify(name)});\nexport default m;\n`;
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as string;
		if (key === 'default') continue;
		const local = `x${index}`;
		text += `const ${local} = m?.[${JSONStringify(key)}]; export { ${local} as ${JSONStringify(key)} };\n`;
	}
	return text;
}

const assigned = /(?:^|[^\w.$])(?:module\.)?exports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g;
const defined = /Object\.defineProperty\(\s*(?:module\.)?exports\s*,\s*['"]([A-Za-z_$][\w$]*)['"]/g;
const literal = /module\.exports\s*=\s*\{([^}]*)\}/;
const literalKey = /^(?:async\s+)?\*?\s*['"]?([A-Za-z_$][\w$]*)['"]?\s*(?:[:(]|$)/;

/** Names a CommonJS file seems to export, found in its text as Node.js' cjs-module-lexer does, roughly. */
export function exportedNames(source: string): string[] {
	const names: string[] = [];
	collect(names, assigned, source);
	collect(names, defined, source);
	const body = RegExpPrototypeExec(literal, source)?.[1];
	if (body !== undefined) {
		const parts = StringPrototypeSplit(body, ',');
		for (let index = 0; index < parts.length; index++) {
			const name = RegExpPrototypeExec(literalKey, StringPrototypeTrim(parts[index]))?.[1];
			if (name !== undefined && ArrayPrototypeIndexOf(names, name) < 0)
				ArrayPrototypePush(names, name);
		}
	}
	return names;
}

function collect(names: string[], pattern: RegExp, source: string): void {
	pattern.lastIndex = 0;
	for (;;) {
		const name = RegExpPrototypeExec(pattern, source)?.[1];
		if (name === undefined) return;
		if (ArrayPrototypeIndexOf(names, name) < 0) ArrayPrototypePush(names, name);
	}
}
