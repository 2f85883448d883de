// Paths of the process' files: absolute, with forward slashes, below the application's folder.

import {
	ArrayPrototypeJoin,
	ArrayPrototypePop,
	ArrayPrototypePush,
	StringPrototypeEndsWith,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith
} from './primordials.ts';

/** The folder of a path: `/app/lib/a.js` gives `/app/lib`, `/a.js` gives `/`. */
export function folderOf(path: string): string {
	const slash = StringPrototypeLastIndexOf(path, '/');
	return slash <= 0 ? '/' : StringPrototypeSlice(path, 0, slash);
}

/** Joins and normalises: `joinPath('/app/lib', '../b')` gives `/app/b`. An absolute `relative` stands alone. */
export function joinPath(folder: string, relative: string): string {
	const whole = StringPrototypeStartsWith(relative, '/') ? relative : `${folder}/${relative}`;
	const parts: string[] = [];
	const words = StringPrototypeSplit(whole, '/');
	for (let index = 0; index < words.length; index++) {
		const word = words[index] as string;
		if (word === '' || word === '.') continue;
		if (word === '..') ArrayPrototypePop(parts);
		else ArrayPrototypePush(parts, word);
	}
	return `/${ArrayPrototypeJoin(parts, '/')}`;
}

/** True for `./x`, `../x`, `/x`, `.` and `..`: a file rather than the name of a module. */
export function isPathRequest(request: string): boolean {
	return (
		request === '.' ||
		request === '..' ||
		StringPrototypeStartsWith(request, './') ||
		StringPrototypeStartsWith(request, '../') ||
		StringPrototypeStartsWith(request, '/')
	);
}

/** True when the path ends so, e.g. `.json`. */
export function hasExtension(path: string, extension: string): boolean {
	return StringPrototypeEndsWith(path, extension);
}

/** `node:fs` and `fs` are the same module: gives `fs`. */
export function builtinName(request: string): string {
	return StringPrototypeStartsWith(request, 'node:') ? StringPrototypeSlice(request, 5) : request;
}
