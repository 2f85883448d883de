// The module fs over the files of the scenario: reading only. Writing throws EROFS, as a read-only disk does.
// Source: Node.js v20 lib/fs.js for names, results and errors.

import { builtinExports } from '../runtime/builtin-modules.ts';
import { hostListFiles, hostReadFile } from '../runtime/host.ts';
import { setImmediate } from '../runtime/immediates.ts';
import { codes } from './error-codes.ts';
import {
	ArrayPrototypeIncludes,
	newPromise,
	ObjectDefineProperty,
	StringPrototypeIndexOf,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith
} from './primordials.ts';
import { validateFunction } from './validators.ts';
import { Buffer, type GuestBuffer } from './buffer.ts';
import { posix } from './path.ts';

interface SystemError extends Error {
	errno: number;
	code: string;
	syscall: string;
	path: string;
}
type AnyFunction = (...args: unknown[]) => unknown;
type Callback = (error: unknown, ...values: unknown[]) => void;
interface ReadOptions {
	readonly encoding?: string | null;
	readonly withFileTypes?: boolean;
	readonly recursive?: boolean;
	readonly throwIfNoEntry?: boolean;
}

const resolvePath: (path: string) => string = posix.resolve;
const errors: Record<string, readonly [number, string]> = {
	ENOENT: [-2, 'no such file or directory'],
	EISDIR: [-21, 'illegal operation on a directory'],
	ENOTDIR: [-20, 'not a directory'],
	EROFS: [-30, 'read-only file system']
};

function systemError(code: string, syscall: string, path: string): SystemError {
	const [errno, words] = errors[code] as readonly [number, string];
	const place = code === 'EISDIR' ? '' : ` '${path}'`;
	const error = new Error(`${code}: ${words}, ${syscall}${place}`) as SystemError;
	error.errno = errno;
	error.code = code;
	error.syscall = syscall;
	if (code !== 'EISDIR') error.path = path;
	return error;
}

function pathText(path: unknown): string {
	if (typeof path === 'string') return path;
	if (Buffer.isBuffer(path)) return path.toString();
	if (typeof (path as { href?: unknown } | null)?.href === 'string') {
		// Whoever has an address has the module.
		const url = builtinExports('url') as { fileURLToPath: (address: unknown) => string };
		return url.fileURLToPath(path);
	}
	throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'Buffer', 'URL'], path);
}

/** The names directly in a folder, folders with a slash behind; undefined when nothing lies in it. */
function namesIn(folder: string): string[] | undefined {
	const prefix = folder === '/' ? '/' : `${folder}/`;
	const names: string[] = [];
	const files = StringPrototypeSplit(hostListFiles(), '\n');
	for (let index = 0; index < files.length; index++) {
		const file = files[index] as string;
		if (!StringPrototypeStartsWith(file, prefix) || file.length === prefix.length) continue;
		const rest = StringPrototypeSlice(file, prefix.length);
		const slash = StringPrototypeIndexOf(rest, '/');
		const name = slash === -1 ? rest : StringPrototypeSlice(rest, 0, slash + 1);
		if (!ArrayPrototypeIncludes(names, name)) names[names.length] = name;
	}
	return names.length === 0 ? undefined : names;
}

function readFileSync(path: unknown, options?: string | ReadOptions | null): GuestBuffer | string {
	const given = pathText(path);
	const whole = resolvePath(given);
	const text = hostReadFile(whole);
	if (text === undefined) {
		if (namesIn(whole) !== undefined) throw systemError('EISDIR', 'read', given);
		throw systemError('ENOENT', 'open', given);
	}
	const encoding = typeof options === 'string' ? options : options?.encoding;
	if (encoding === 'utf8' || encoding === 'utf-8') return text;
	const bytes = Buffer.from(text);
	return encoding === undefined || encoding === null ? bytes : bytes.toString(encoding);
}

function existsSync(path: unknown): boolean {
	if (typeof path !== 'string') return false;
	const whole = resolvePath(path);
	return hostReadFile(whole) !== undefined || namesIn(whole) !== undefined;
}

class Dirent {
	name: string;
	parentPath: string;
	path: string;
	#isFolder: boolean;

	constructor(name: string, path: string, isFolder: boolean) {
		this.name = name;
		this.parentPath = path;
		this.path = path;
		this.#isFolder = isFolder;
	}
	isDirectory(): boolean {
		return this.#isFolder;
	}
	isFile(): boolean {
		return !this.#isFolder;
	}
	isSymbolicLink(): boolean {
		return false;
	}
}

function readdirSync(path: unknown, options?: string | ReadOptions | null): (string | Dirent)[] {
	const given = pathText(path);
	const whole = resolvePath(given);
	const names = namesIn(whole);
	if (names === undefined) {
		throw systemError(hostReadFile(whole) === undefined ? 'ENOENT' : 'ENOTDIR', 'scandir', given);
	}
	const isTyped = typeof options === 'object' && options?.withFileTypes === true;
	const found: (string | Dirent)[] = [];
	for (let index = 0; index < names.length; index++) {
		const name = names[index] as string;
		const isFolder = name[name.length - 1] === '/';
		const plain = isFolder ? StringPrototypeSlice(name, 0, name.length - 1) : name;
		found[index] = isTyped ? new Dirent(plain, given, isFolder) : plain;
	}
	return found;
}

class Stats {
	readonly size: number;
	readonly mode: number;
	readonly mtimeMs = 0;
	readonly mtime = new Date(0);
	readonly birthtime = new Date(0);
	#isFolder: boolean;

	constructor(size: number, isFolder: boolean) {
		this.size = size;
		this.mode = isFolder ? 16_877 : 33_188;
		this.#isFolder = isFolder;
	}
	isDirectory(): boolean {
		return this.#isFolder;
	}
	isFile(): boolean {
		return !this.#isFolder;
	}
	isSymbolicLink(): boolean {
		return false;
	}
}

function statSync(path: unknown, options?: ReadOptions): Stats | undefined {
	const given = pathText(path);
	const whole = resolvePath(given);
	const text = hostReadFile(whole);
	if (text !== undefined) return new Stats(Buffer.byteLength(text), false);
	if (namesIn(whole) !== undefined) return new Stats(4096, true);
	if (options?.throwIfNoEntry === false) return undefined;
	throw systemError('ENOENT', 'stat', given);
}

function accessSync(path: unknown): void {
	if (!existsSync(pathText(path))) throw systemError('ENOENT', 'access', pathText(path));
}

function realpathSync(path: unknown): string {
	if (!existsSync(pathText(path))) throw systemError('ENOENT', 'realpath', pathText(path));
	return resolvePath(pathText(path));
}

/** The form with a callback last. */
function withCallback(sync: AnyFunction): AnyFunction {
	return (...args) => {
		const callback = args[args.length - 1] as Callback;
		validateFunction(callback, 'cb');
		args.length -= 1;
		let outcome: unknown[];
		try {
			outcome = [null, sync(...args)];
		} catch (error) {
			if ((error as { errno?: unknown }).errno === undefined) throw error;
			outcome = [error];
		}
		setImmediate(callback, ...outcome);
		return undefined;
	};
}

/** The form that gives a promise. */
function withPromise(sync: AnyFunction): AnyFunction {
	return (...args) =>
		newPromise((resolve, reject) => {
			setImmediate(() => {
				try {
					resolve(sync(...args));
				} catch (error) {
					reject(error);
				}
			});
		});
}

/** Refuses as a read-only disk does. */
function refuse(syscall: string): AnyFunction {
	return (path) => {
		throw systemError('EROFS', syscall, pathText(path));
	};
}

const reading: Record<string, AnyFunction> = {
	access: accessSync,
	lstat: statSync as AnyFunction,
	readdir: readdirSync as AnyFunction,
	readFile: readFileSync as AnyFunction,
	realpath: realpathSync,
	stat: statSync as AnyFunction
};
const writing: Record<string, string> = {
	appendFile: 'open',
	chmod: 'chmod',
	copyFile: 'copyfile',
	mkdir: 'mkdir',
	mkdtemp: 'mkdtemp',
	rename: 'rename',
	rm: 'rm',
	rmdir: 'rmdir',
	symlink: 'symlink',
	truncate: 'open',
	unlink: 'unlink',
	utimes: 'utime',
	writeFile: 'open'
};

export const fsPromises: Record<string, unknown> = {};
export const fs: Record<string, unknown> = {
	constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 },
	Dirent,
	Stats,
	existsSync,
	exists(path: unknown, callback: (isThere: boolean) => void) {
		setImmediate(callback as AnyFunction, existsSync(path));
	},
	createWriteStream: refuse('open'),
	promises: fsPromises
};
fsPromises['constants'] = fs['constants'];
for (const name in reading) addForms(name, reading[name] as AnyFunction);
for (const name in writing) addForms(name, refuse(writing[name] as string));

function addForms(name: string, sync: AnyFunction): void {
	const forms: readonly (readonly [object, string, AnyFunction])[] = [
		[fs, `${name}Sync`, sync],
		[fs, name, withCallback(sync)],
		[fsPromises, name, withPromise(sync)]
	];
	for (const [target, key, fn] of forms) {
		ObjectDefineProperty(fn, 'name', { value: key, configurable: true });
		ObjectDefineProperty(target, key, {
			value: fn,
			writable: true,
			enumerable: true,
			configurable: true
		});
	}
}
