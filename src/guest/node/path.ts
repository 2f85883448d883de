// The module path, as on Linux: `posix` is all there is.
// Source: https://nodejs.org/docs/latest-v20.x/api/path.html.
// Differs: `win32` is null; no `matchesGlob`.

import {
	ArrayPrototypeJoin,
	ArrayPrototypePop,
	StringPrototypeCharCodeAt,
	StringPrototypeEndsWith,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith,
	toText
} from './primordials.ts';
import { codes } from './error-codes.ts';
import { validateString } from './validators.ts';
import { guestProcess } from '../runtime/process.ts';

interface PathParts {
	root?: string;
	dir?: string;
	base?: string;
	name?: string;
	ext?: string;
}

const slash = 47;

function isAbsolute(path: string): boolean {
	validateString(path, 'path');
	return startsAtRoot(path);
}

function startsAtRoot(path: string): boolean {
	return StringPrototypeCharCodeAt(path, 0) === slash;
}

/** The names of a path without empty ones, `.` and what `..` takes back. `..` stays where nothing is left to take back. */
function walk(path: string, isFromRoot: boolean): string {
	const steps = StringPrototypeSplit(path, '/');
	const names: string[] = [];
	for (let index = 0; index < steps.length; index++) {
		const step = steps[index] as string;
		if (step === '' || step === '.') continue;
		const last = names[names.length - 1];
		if (step !== '..') names[names.length] = step;
		else if (last !== undefined && last !== '..') ArrayPrototypePop(names);
		else if (!isFromRoot) names[names.length] = step;
	}
	return ArrayPrototypeJoin(names, '/');
}

/** An absolute path: the arguments are walked from right to left until one is absolute, then the working directory. */
function resolve(...paths: string[]): string {
	let whole = '';
	for (let index = paths.length - 1; index >= 0 && !startsAtRoot(whole); index--) {
		const path = paths[index];
		validateString(path, `paths[${index}]`);
		if (path !== '') whole = `${path}/${whole}`;
	}
	if (!startsAtRoot(whole)) whole = `${(guestProcess as { cwd: () => string }).cwd()}/${whole}`;
	return `/${walk(whole, true)}`;
}

function normalize(path: string): string {
	validateString(path, 'path');
	if (path === '') return '.';
	const isFromRoot = startsAtRoot(path);
	const endsInSlash = StringPrototypeEndsWith(path, '/');
	const walked = walk(path, isFromRoot);
	if (walked === '') return isFromRoot ? '/' : endsInSlash ? './' : '.';
	return `${isFromRoot ? '/' : ''}${walked}${endsInSlash ? '/' : ''}`;
}

function join(...paths: string[]): string {
	let joined = '';
	for (let index = 0; index < paths.length; index++) {
		const path = paths[index];
		validateString(path, 'path');
		if (path !== '') joined += joined === '' ? path : `/${path}`;
	}
	return normalize(joined);
}

/** How to get from one path to another. */
function relative(from: string, to: string): string {
	validateString(from, 'from');
	validateString(to, 'to');
	const start = namesOf(resolve(from));
	const end = namesOf(resolve(to));
	let shared = 0;
	while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared += 1;
	const steps: string[] = [];
	for (let index = shared; index < start.length; index++) steps[steps.length] = '..';
	for (let index = shared; index < end.length; index++) steps[steps.length] = end[index] as string;
	return ArrayPrototypeJoin(steps, '/');
}

function namesOf(absolute: string): string[] {
	return absolute === '/' ? [] : StringPrototypeSplit(StringPrototypeSlice(absolute, 1), '/');
}

/** Does nothing here; on Windows it would make a path with `\\\\?\\` in front. */
function toNamespacedPath(path: unknown): unknown {
	return path;
}

/** Where the last name of a path begins and ends, slashes behind it left out. */
function lastName(path: string): readonly [start: number, end: number] {
	let end = path.length;
	while (end > 0 && StringPrototypeCharCodeAt(path, end - 1) === slash) end -= 1;
	const start = end === 0 ? 0 : StringPrototypeLastIndexOf(path, '/', end - 1) + 1;
	return [start, end];
}

function dirname(path: string): string {
	validateString(path, 'path');
	if (path === '') return '.';
	const start = lastName(path)[0];
	if (start === 0) return startsAtRoot(path) ? '/' : '.';
	// One slash parts the names, those before it belong to the folder; two at the beginning stay.
	if (startsAtRoot(path) && start <= 2) return StringPrototypeSlice(path, 0, start);
	return StringPrototypeSlice(path, 0, start - 1);
}

/** The last name of a path, without `suffix` if it ends so. */
function basename(path: string, suffix?: string): string {
	if (suffix !== undefined) validateString(suffix, 'suffix');
	validateString(path, 'path');
	const bounds = lastName(path);
	const base = StringPrototypeSlice(path, bounds[0], bounds[1]);
	if (suffix === undefined || suffix === '' || !StringPrototypeEndsWith(base, suffix)) return base;
	if (base === suffix && path !== suffix) return base;
	return StringPrototypeSlice(base, 0, base.length - suffix.length);
}

/** From the last dot of the last name on; '' when that name only begins with it. */
function extname(path: string): string {
	validateString(path, 'path');
	const bounds = lastName(path);
	return extensionOf(StringPrototypeSlice(path, bounds[0], bounds[1]));
}

function extensionOf(base: string): string {
	const dot = StringPrototypeLastIndexOf(base, '.');
	return dot <= 0 || base === '..' ? '' : StringPrototypeSlice(base, dot);
}

/** A path of its parts, the opposite of `parse`. */
function format(parts: PathParts): string {
	if ((parts as unknown) === null || typeof parts !== 'object') {
		throw new codes.ERR_INVALID_ARG_TYPE('pathObject', 'Object', parts);
	}
	const root = given(parts.root);
	const ext = given(parts.ext);
	const dot = ext === '' || StringPrototypeStartsWith(ext, '.') ? '' : '.';
	const base = given(parts.base) === '' ? `${given(parts.name)}${dot}${ext}` : given(parts.base);
	const dir = given(parts.dir);
	if (dir === '') return `${root}${base}`;
	return dir === root ? `${dir}${base}` : `${dir}/${base}`;
}

/** A part as text; whatever counts as false in JavaScript is none. */
function given(part: unknown): string {
	return part ? toText(part) : '';
}

function parse(path: string): Required<PathParts> {
	validateString(path, 'path');
	const root = startsAtRoot(path) ? '/' : '';
	const bounds = lastName(path);
	const base = StringPrototypeSlice(path, bounds[0], bounds[1]);
	const ext = extensionOf(base);
	const name = StringPrototypeSlice(base, 0, base.length - ext.length);
	const dir = bounds[0] > 1 ? StringPrototypeSlice(path, 0, bounds[0] - 1) : root;
	return { root, dir, base, ext, name };
}

export const posix = {
	resolve,
	normalize,
	isAbsolute,
	join,
	relative,
	toNamespacedPath,
	dirname,
	basename,
	extname,
	format,
	parse,
	sep: '/',
	delimiter: ':',
	win32: null,
	posix: null as unknown,
	_makeLong: toNamespacedPath
};
posix.posix = posix;
