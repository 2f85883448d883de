// Error stacks in V8's form: a first line `Name: message`, then one `    at ...` line per frame of the program.
// Frames of the guest libraries are left out, so that a stack begins in the student's code.
// Source: https://v8.dev/docs/stack-trace-api. QuickJS-ng calls Error.prepareStackTrace when an error is made.

import {
	ArrayPrototypePush,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptor,
	ReflectApply,
	StringPrototypeStartsWith,
	StringPrototypeEndsWith,
	WeakMapPrototypeGet,
	WeakMapPrototypeSet
} from './primordials.ts';

/** The part of V8's CallSite that QuickJS-ng offers too. */
interface CallSite {
	getFileName(): string | null;
	getFunctionName(): string | null;
	getLineNumber(): number | null;
	getColumnNumber(): number | null;
	isNative(): boolean;
}

/** A place in the student's files. Line and column count from 1. */
export interface CodePlace {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** The name the image is loaded under; frames of files that begin so are the libraries' own. */
const internalPrefix = 'node:';
const framesMax = 10;
/** More than V8's ten, because library frames are dropped afterwards. */
const framesCaptured = 40;

const places = new WeakMap<object, CodePlace>();
let studentsPrepare: unknown;
let studentsLimit: unknown = framesMax;
let wrapperColumns = 0;

/** Makes stacks look like V8's. `columns` is the width of the CommonJS wrapper, which shifts first lines. */
export function installStackTraces(columns: number): void {
	wrapperColumns = columns;
	const prepare = ObjectGetOwnPropertyDescriptor(Error, 'prepareStackTrace');
	const limit = ObjectGetOwnPropertyDescriptor(Error, 'stackTraceLimit');
	setNative(prepare, prepareStackTrace, 'prepareStackTrace');
	setNative(limit, framesCaptured, 'stackTraceLimit');
	ObjectDefineProperty(Error, 'prepareStackTrace', {
		get: () => studentsPrepare,
		set(value: unknown) {
			studentsPrepare = value;
		},
		configurable: true,
		enumerable: false
	});
	ObjectDefineProperty(Error, 'stackTraceLimit', {
		get: () => studentsLimit,
		set(value: unknown) {
			studentsLimit = value;
		},
		configurable: true,
		enumerable: true
	});
}

function setNative(descriptor: PropertyDescriptor | undefined, value: unknown, name: string): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- the engine's own setter, called on Error below
	const setter = descriptor?.set;
	if (setter !== undefined) ReflectApply(setter, Error, [value]);
	else (Error as unknown as Record<string, unknown>)[name] = value;
}

/** Where an error was made, as far as known: the innermost frame in the student's files. */
export function placeOf(error: unknown): CodePlace | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	return WeakMapPrototypeGet(places, error) as CodePlace | undefined;
}

function prepareStackTrace(error: object, sites: readonly CallSite[]): unknown {
	const kept: CallSite[] = [];
	const limit = typeof studentsLimit === 'number' ? studentsLimit : framesMax;
	for (let index = 0; index < sites.length && kept.length < limit; index++) {
		const site = sites[index] as CallSite;
		if (isStudents(site)) ArrayPrototypePush(kept, site);
	}
	const first = kept[0];
	if (first !== undefined) {
		const line = first.getLineNumber() ?? 0;
		WeakMapPrototypeSet(places, error, {
			file: first.getFileName() ?? '',
			line,
			column: columnOf(first, line)
		});
	}
	if (typeof studentsPrepare === 'function') {
		return ReflectApply(studentsPrepare as (...args: unknown[]) => unknown, Error, [error, kept]);
	}
	let stack = header(error);
	for (let index = 0; index < kept.length; index++) stack += frameLine(kept[index] as CallSite);
	return stack;
}

function isStudents(site: CallSite): boolean {
	const file = site.getFileName();
	return file !== null && file !== '' && !StringPrototypeStartsWith(file, internalPrefix);
}

/** `Name: message` as Error.prototype.toString gives it, without calling student code that could throw. */
function header(error: object): string {
	try {
		const { name, message } = error as { name?: unknown; message?: unknown };
		const shownName = name === undefined ? 'Error' : `${name as string}`;
		const shownMessage = message === undefined ? '' : `${message as string}`;
		if (shownName === '') return shownMessage;
		return shownMessage === '' ? shownName : `${shownName}: ${shownMessage}`;
	} catch {
		return 'Error';
	}
}

function frameLine(site: CallSite): string {
	const file = site.getFileName() ?? '<anonymous>';
	const line = site.getLineNumber();
	const place = line === null ? file : `${file}:${line}:${columnOf(site, line)}`;
	let name = site.getFunctionName() ?? '';
	if (name === '<eval>') name = '';
	if (name === moduleFunctionName) name = 'Object.<anonymous>';
	return name === '' || name === '<anonymous>' ? `\n    at ${place}` : `\n    at ${name} (${place})`;
}

/** The name CommonJS modules' functions carry, shown as V8 shows a module's own code. */
export const moduleFunctionName = '__roundtripModule';

function columnOf(site: CallSite, line: number): number {
	const column = site.getColumnNumber() ?? 1;
	if (line !== 1) return column;
	const file = site.getFileName() ?? '';
	if (StringPrototypeStartsWith(file, 'file:') || StringPrototypeEndsWith(file, '.mjs')) return column;
	return column > wrapperColumns ? column - wrapperColumns : column;
}
