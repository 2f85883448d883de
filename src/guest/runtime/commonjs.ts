// CommonJS: require of relative files, JSON, folders with an index.js, and the registered modules.
// There is no node_modules. Sloppy mode stays sloppy: a file is compiled as a plain function.
// Source: Node.js lib/internal/modules/cjs/loader.js; error texts are its own.

import { builtinExports, hasBuiltin } from './builtin-modules.ts';
import { hostEvaluate, hostReadFile } from './host.ts';
import { formatOf, wrapperEnd, wrapperStart } from './module-format.ts';
import { builtinName, folderOf, hasExtension, isPathRequest, joinPath } from './module-paths.ts';
import { describeReceived, nodeError } from './node-error.ts';
import { moduleFunctionName } from './stack-traces.ts';
import {
	ArrayPrototypeIndexOf,
	ArrayPrototypePush,
	JSONParse,
	ObjectCreate,
	ObjectDefineProperty,
	ReflectApply,
	StringPrototypeCharCodeAt,
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	StringPrototypeStartsWith
} from './primordials.ts';

/** The `require` a module gets. */
export interface Require {
	(request: string): unknown;
	resolve(request: string): string;
	main: Module | undefined;
	cache: Record<string, Module | undefined>;
	extensions: Record<string, unknown>;
}

type ModuleFunction = (
	exports: unknown,
	require: Require,
	module: Module,
	filename: string,
	dirname: string
) => unknown;

const cache = ObjectCreate(null) as Record<string, Module | undefined>;
let mainModule: Module | undefined;

/** A CommonJS module, as `module` shows it. */
export class Module {
	id: string;
	path: string;
	exports: unknown = {};
	filename: string;
	loaded = false;
	children: Module[] = [];
	paths: string[] = [];

	constructor(id: string, filename: string, parent?: Module) {
		this.id = id;
		this.filename = filename;
		this.path = folderOf(filename);
		ObjectDefineProperty(this, 'parent', {
			value: parent,
			writable: true,
			configurable: true,
			enumerable: false
		});
		if (parent !== undefined) addChild(parent, this);
	}

	/** Loads another module from this one. Throws Node.js' errors. */
	require(request: string): unknown {
		return requireFrom(this, request);
	}
}

function addChild(parent: Module, child: Module): void {
	if (ArrayPrototypeIndexOf(parent.children, child) < 0) ArrayPrototypePush(parent.children, child);
}

/** Runs the main file. */
export function runMain(path: string, source: string): void {
	const module = new Module('.', path);
	mainModule = module;
	cache[path] = module;
	load(module, source);
}

/** The exports of a CommonJS file asked for by an ES module. */
export function loadForImport(path: string): unknown {
	const cached = cache[path];
	if (cached !== undefined) return cached.exports;
	return loadFile(path, undefined).exports;
}

/** A `require` for a file that is not CommonJS itself (`module.createRequire`). */
export function createRequire(path: string): Require {
	return makeRequire(new Module(path, path));
}

function requireFrom(parent: Module, request: unknown): unknown {
	if (typeof request !== 'string') {
		throw nodeError(
			TypeError,
			'ERR_INVALID_ARG_TYPE',
			`The "id" argument must be of type string. Received ${describeReceived(request)}`
		);
	}
	if (request === '') {
		throw nodeError(
			TypeError,
			'ERR_INVALID_ARG_VALUE',
			`The argument 'id' must be a non-empty string. Received ''`
		);
	}
	const builtin = requireBuiltin(request);
	if (builtin !== undefined) return builtin.exports;
	const path = resolveFrom(parent, request);
	const cached = cache[path];
	if (cached !== undefined) {
		addChild(parent, cached);
		return cached.exports;
	}
	return loadFile(path, parent).exports;
}

function requireBuiltin(request: string): { exports: unknown } | undefined {
	if (isPathRequest(request)) return undefined;
	const name = builtinName(request);
	if (hasBuiltin(name)) return { exports: builtinExports(name) };
	if (StringPrototypeStartsWith(request, 'node:')) {
		throw nodeError(
			Error,
			'ERR_UNKNOWN_BUILTIN_MODULE',
			`No such built-in module: ${request}${simulatorHint(name)}`
		);
	}
	return undefined;
}

const unsupported = [
	'child_process',
	'cluster',
	'dgram',
	'dns',
	'http',
	'http2',
	'https',
	'inspector',
	'net',
	'os',
	'readline',
	'repl',
	'stream',
	'tls',
	'tty',
	'v8',
	'vm',
	'wasi',
	'worker_threads',
	'zlib',
	'async_hooks',
	'fs/promises'
];

/** Says so when Node.js has the module and this simulator has not. */
function simulatorHint(name: string): string {
	return ArrayPrototypeIndexOf(unsupported, name) >= 0 && !hasBuiltin(name)
		? ` (Node.js' module '${name}' is not part of this simulator)`
		: '';
}

/** The absolute path a request leads to. Throws MODULE_NOT_FOUND. */
function resolveFrom(parent: Module, request: string): string {
	if (isPathRequest(request)) {
		const wanted = joinPath(parent.path, request);
		const endsAsFolder = hasExtension(request, '/') || hasExtension(request, '.');
		const found = (endsAsFolder ? undefined : existingFile(wanted)) ?? existingFolder(wanted);
		if (found !== undefined) return found;
	}
	const stack: string[] = [];
	let text = '';
	let at: Module | undefined = parent;
	while (at !== undefined) {
		ArrayPrototypePush(stack, at.filename);
		text += `\n- ${at.filename}`;
		at = (at as unknown as { parent?: Module }).parent;
	}
	const error = new Error(
		`Cannot find module '${request}'${simulatorHint(request)}\nRequire stack:${text}`
	) as Error & { code: string; requireStack: string[] };
	error.code = 'MODULE_NOT_FOUND';
	error.requireStack = stack;
	throw error;
}

function existingFile(path: string): string | undefined {
	if (hostReadFile(path) !== undefined) return path;
	if (hostReadFile(`${path}.js`) !== undefined) return `${path}.js`;
	if (hostReadFile(`${path}.json`) !== undefined) return `${path}.json`;
	if (hostReadFile(`${path}.cjs`) !== undefined) return `${path}.cjs`;
	return undefined;
}

function existingFolder(path: string): string | undefined {
	const description = hostReadFile(`${path}/package.json`);
	if (description !== undefined) {
		const { main } = JSONParse(description) as { main?: unknown };
		if (typeof main === 'string') {
			const found = existingFile(joinPath(path, main));
			if (found !== undefined) return found;
		}
	}
	return existingFile(joinPath(path, 'index'));
}

function loadFile(path: string, parent: Module | undefined): Module {
	const module = new Module(path, path, parent);
	cache[path] = module;
	try {
		load(module, hostReadFile(path) ?? '');
	} catch (error) {
		delete cache[path];
		throw error;
	}
	return module;
}

function load(module: Module, source: string): void {
	const path = module.filename;
	const text = withoutHashbang(source);
	const format = formatOf(path, text);
	if (format === 'json') {
		module.exports = parseJson(path, text);
	} else if (format === 'module') {
		throw nodeError(
			Error,
			'ERR_REQUIRE_ESM',
			`require() of ES Module ${path} not supported.\nInstead change the require of ${path} to a dynamic import() which is available in all CommonJS modules.`
		);
	} else {
		const compiled = hostEvaluate(`${wrapperStart}${text}${wrapperEnd}`, path) as ModuleFunction;
		ObjectDefineProperty(compiled, 'name', { value: moduleFunctionName });
		const args = [module.exports, makeRequire(module), module, path, module.path];
		ReflectApply(compiled, module.exports, args);
	}
	module.loaded = true;
}

function parseJson(path: string, text: string): unknown {
	try {
		return JSONParse(
			StringPrototypeCharCodeAt(text, 0) === 0xfeff ? StringPrototypeSlice(text, 1) : text
		);
	} catch (error) {
		(error as Error).message = `${path}: ${(error as Error).message}`;
		throw error;
	}
}

/** `#!...` becomes a comment of the same length, so that lines and columns stay. */
export function withoutHashbang(source: string): string {
	if (!StringPrototypeStartsWith(source, '#!')) return source;
	const end = StringPrototypeIndexOf(source, '\n');
	return `//${StringPrototypeSlice(source, 2, end < 0 ? undefined : end)}${end < 0 ? '' : StringPrototypeSlice(source, end)}`;
}

function makeRequire(module: Module): Require {
	const require = ((request: string) => requireFrom(module, request)) as Require;
	require.resolve = (request: string) =>
		!isPathRequest(request) && hasBuiltin(builtinName(request))
			? request
			: resolveFrom(module, request);
	require.main = mainModule;
	require.cache = cache;
	require.extensions = ObjectCreate(null) as Record<string, unknown>;
	return require;
}
