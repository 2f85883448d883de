// Error stacks in V8's form: a first line `Name: message`, then one `    at ...` line per frame of the program.
// Frames of the guest libraries are left out, so that a stack begins in the student's code. As in V8 the text is made
// when `stack` is first read, so that a name set in a constructor shows.
// Source: https://v8.dev/docs/stack-trace-api. QuickJS-ng calls Error.prepareStackTrace when an error is made.
// Differs: `stack` shows as an accessor in property descriptors.

import { v8Message } from './engine-messages.ts';
import { hostReadFile } from './host.ts';
import {
	ArrayPrototypePush,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptor,
	ObjectGetPrototypeOf,
	ReflectApply,
	RegExpPrototypeExec,
	StringPrototypeEndsWith,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeStartsWith,
	WeakMapPrototypeGet,
	WeakMapPrototypeHas,
	WeakMapPrototypeSet
} from './primordials.ts';

/** The part of V8's CallSite that QuickJS-ng offers too. */
interface CallSite {
	getFileName(): string | null;
	getFunction(): unknown;
	getFunctionName(): string | null;
	getLineNumber(): number | null;
	getColumnNumber(): number | null;
	isConstructor(): boolean;
}

/** A place in the student's files. Line and column count from 1. */
export interface CodePlace {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

type CaptureStackTrace = (target: object, above?: unknown) => void;

interface Trace {
	readonly sites: readonly CallSite[];
	/** The text, once made or assigned. */
	text: unknown;
	isMade: boolean;
}

/** The name the image is loaded under; frames of files that begin so are the libraries' own. */
const internalPrefix = 'node:';
const filePrefix = 'file://';
const framesMax = 10;
/** More than V8's ten, because library frames are dropped afterwards. */
const framesCaptured = 40;
/** The name CommonJS modules' functions carry, shown as V8 shows a module's own code. */
export const moduleFunctionName = '__roundtripModule';

const { isError } = Error as unknown as { isError: (value: unknown) => boolean };
const traces = new WeakMap<object, Trace>();
const nodeErrors = new WeakMap<object, string>();
let studentsPrepare: unknown;
let studentsLimit: unknown = framesMax;
let wrapperColumns = 0;
let isCapturing = false;

/** Makes stacks look like V8's. `columns` is the width of the CommonJS wrapper, which shifts first lines. */
export function installStackTraces(columns: number): void {
	wrapperColumns = columns;
	const prepare = ObjectGetOwnPropertyDescriptor(Error, 'prepareStackTrace');
	const limit = ObjectGetOwnPropertyDescriptor(Error, 'stackTraceLimit');
	setNative(prepare, keepTrace);
	setNative(limit, framesCaptured);
	const { captureStackTrace } = Error as unknown as { captureStackTrace: CaptureStackTrace };
	ObjectDefineProperty(Error, 'captureStackTrace', {
		value: function (target: object, above?: unknown) {
			isCapturing = true;
			captureStackTrace(target, above);
			isCapturing = false;
			// The engine put its own text over the accessor.
			ObjectDefineProperty(target, 'stack', stackAccessor);
		},
		writable: true,
		configurable: true
	});
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

function setNative(descriptor: PropertyDescriptor | undefined, value: unknown): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- the engine's own setter, called on Error
	const setter = descriptor?.set;
	if (setter !== undefined) ReflectApply(setter, Error, [value]);
}

/** Shows `code` in brackets behind the name of this error, as Node.js does for its own. */
export function markNodeError(error: object, code: string): void {
	WeakMapPrototypeSet(nodeErrors, error, code);
}

/** Where an error was made, as far as known: the innermost frame in the student's files. */
export function placeOf(error: unknown): CodePlace | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const trace = WeakMapPrototypeGet(traces, error) as Trace | undefined;
	const site = trace?.sites[0];
	return site === undefined ? undefined : placeOfSite(site);
}

const stackAccessor = {
	get(this: unknown): unknown {
		return readStack(this);
	},
	set(this: unknown, value: unknown) {
		if (typeof this !== 'object' || this === null) return;
		const trace = WeakMapPrototypeGet(traces, this) as Trace | undefined;
		WeakMapPrototypeSet(traces, this, { sites: trace?.sites ?? [], text: value, isMade: true });
	},
	configurable: true,
	enumerable: false
};

/**
 * The engine's hook: keeps the frames and puts the accessor in place. It has to return a text, or the engine asks again
 * in every frame the error passes.
 */
function keepTrace(error: object, sites: readonly CallSite[]): unknown {
	// Thrown again: the first place counts.
	if (!isCapturing && WeakMapPrototypeHas(traces, error)) return '';
	const kept: CallSite[] = [];
	const limit = typeof studentsLimit === 'number' ? studentsLimit : framesMax;
	let isBuilding = true;
	for (let index = 0; index < sites.length && kept.length < limit; index++) {
		const site = sites[index] as CallSite;
		if (!isStudents(site)) continue;
		if (isBuilding && isOwnConstructor(error, site)) continue;
		isBuilding = false;
		ArrayPrototypePush(kept, site);
	}
	WeakMapPrototypeSet(traces, error, { sites: kept, text: undefined, isMade: false });
	// Any other object that is thrown only leaves its place: what it has for a stack is its own.
	if (!isCapturing && !isError(error)) return '';
	ObjectDefineProperty(error, 'stack', stackAccessor);
	if (!isCapturing) translate(error, kept[0]);
	return '';
}

/** Puts the engine's message in V8's words. */
function translate(error: object, site: CallSite | undefined): void {
	const message: unknown = ObjectGetOwnPropertyDescriptor(error, 'message')?.value;
	if (typeof message !== 'string' || site === undefined) return;
	const file = site.getFileName() ?? '';
	const line = site.getLineNumber() ?? 1;
	const column = shownColumn(site, file, line);
	const words = v8Message(message, () => sourceLine(file, line), column);
	if (words === undefined) return;
	ObjectDefineProperty(error, 'message', {
		value: words,
		writable: true,
		configurable: true,
		enumerable: false
	});
}

/** V8 leaves out the constructors of the error's own classes. */
function isOwnConstructor(error: object, site: CallSite): boolean {
	if (!site.isConstructor()) return false;
	const fn = site.getFunction();
	let prototype = ObjectGetPrototypeOf(error) as object | null;
	while (prototype !== null) {
		if (ObjectGetOwnPropertyDescriptor(prototype, 'constructor')?.value === fn) return true;
		prototype = ObjectGetPrototypeOf(prototype) as object | null;
	}
	return false;
}

function readStack(start: unknown): unknown {
	let holder = start as object | null;
	while (typeof holder === 'object' && holder !== null) {
		const trace = WeakMapPrototypeGet(traces, holder) as Trace | undefined;
		if (trace !== undefined) {
			if (!trace.isMade) {
				trace.isMade = true;
				trace.text = makeText(holder, trace.sites);
			}
			return trace.text;
		}
		holder = ObjectGetPrototypeOf(holder) as object | null;
	}
	return undefined;
}

function makeText(error: object, sites: readonly CallSite[]): unknown {
	if (typeof studentsPrepare === 'function') {
		return ReflectApply(studentsPrepare as (...args: unknown[]) => unknown, Error, [error, sites]);
	}
	let text = header(error);
	for (let index = 0; index < sites.length; index++) text += frameLine(sites[index] as CallSite);
	// A stack without frames would be printed in brackets, as if it had none to begin with.
	return sites.length === 0 && studentsLimit !== 0 ? `${text}\n    at <anonymous>` : text;
}

function isStudents(site: CallSite): boolean {
	const file = site.getFileName();
	return file !== null && file !== '' && !StringPrototypeStartsWith(file, internalPrefix);
}

/** `Name: message` as Error.prototype.toString gives it; student code in between may not break it. */
function header(error: object): string {
	try {
		const { name, message } = error as { name?: unknown; message?: unknown };
		let shownName = name === undefined ? 'Error' : (name as string);
		const code = WeakMapPrototypeGet(nodeErrors, error) as string | undefined;
		if (code !== undefined) shownName += ` [${code}]`;
		const shownText = message === undefined ? '' : (message as string);
		if (shownName === '') return shownText;
		return shownText === '' ? shownName : `${shownName}: ${shownText}`;
	} catch {
		return 'Error';
	}
}

function frameLine(site: CallSite): string {
	const { file, line, column } = placeOfSite(site);
	const place = `${file}:${line}:${column}`;
	let name = site.getFunctionName() ?? '';
	if (name === '<eval>' || name === '<anonymous>') name = '';
	if (name === moduleFunctionName) name = 'Object.<anonymous>';
	else if (name !== '' && site.isConstructor()) name = `new ${name}`;
	return name === '' ? `\n    at ${place}` : `\n    at ${name} (${place})`;
}

/** Line and column as V8 counts them: `new X` begins at `new`, and the wrapper of a CommonJS file does not count. */
function placeOfSite(site: CallSite): CodePlace {
	const file = site.getFileName() ?? '<anonymous>';
	const line = site.getLineNumber() ?? 1;
	const column = shownColumn(site, file, line);
	const before = StringPrototypeSlice(sourceLine(file, line), 0, column - 1);
	const created = RegExpPrototypeExec(/\bnew\s+$/, before);
	return { file, line, column: created === null ? column : created.index + 1 };
}

/** The column without the CommonJS wrapper on the first line. */
function shownColumn(site: CallSite, file: string, line: number): number {
	const column = site.getColumnNumber() ?? 1;
	const isModule = StringPrototypeStartsWith(file, filePrefix);
	if (line !== 1 || isModule || !StringPrototypeEndsWith(file, 'js')) return column;
	return column > wrapperColumns ? column - wrapperColumns : 1;
}

/** A line of a student's file, without its end; '' when there is none. */
export function sourceLine(file: string, line: number): string {
	const path = StringPrototypeStartsWith(file, filePrefix)
		? StringPrototypeSlice(file, filePrefix.length)
		: file;
	const text = hostReadFile(path);
	const found = text === undefined ? '' : (StringPrototypeSplit(text, '\n')[line - 1] ?? '');
	return StringPrototypeEndsWith(found, '\r') ? StringPrototypeSlice(found, 0, -1) : found;
}
