// util.inspect and util.format: the package node-inspect-extracted, which is Node.js' own inspector, made to print what
// Node.js 20 prints. The package is of a later Node.js and runs without an engine's help; the rest is supplied here and
// in inspect-ground.ts.
// Differs: `formatWithOptions` with `colors` shows no state of a promise and no brackets around symbol keys; weak collections
// hide what they hold even with `showHidden`; a program's own class that is named like a built-in one without readable slots
// (Promise, RegExp, ArrayBuffer, DataView, a typed array) is printed as that; a tag that is part of the class' name is left
// out; the buffer of a typed array shows its length in brackets with `showHidden`, the prototype of its class is not shown.
// Differs: while a value is printed, the methods a program exchanged and the package calls are the original ones.

import { ground, leaveGround } from './inspect-ground.ts';
// The order matters: the package is loaded on that ground.
import * as extracted from 'node-inspect-extracted';
import { hostPromiseResult, hostPromiseState } from '../runtime/host.ts';
import { previewEntries } from './engine-details.ts';
import {
	ArrayIsArray,
	ObjectAssign,
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptor,
	ReflectApply,
	StringPrototypeEndsWith,
	StringPrototypeSlice,
	WeakMapPrototypeHas,
	WeakMapPrototypeSet
} from './primordials.ts';
import { kValidateObjectAllowArray, validateObject, validateString } from './validators.ts';
import { isPromise, isTypedArray } from './value-kinds.ts';

export interface InspectOptions {
	showHidden?: boolean;
	depth?: number | null;
	colors?: boolean;
	customInspect?: boolean;
	showProxy?: boolean;
	maxArrayLength?: number | null;
	maxStringLength?: number | null;
	breakLength?: number;
	compact?: boolean | number;
	sorted?: boolean | ((a: string, b: string) => number);
	getters?: boolean | 'get' | 'set';
	numericSeparator?: boolean;
}

/** The package's working state, which its calls of `stylize` and its printers show. */
interface Context {
	readonly budget: object;
	seen: unknown[];
	userOptions?: object;
	colors: boolean;
	currentDepth: number;
	indentationLvl: number;
}

/** The package's printer of what a Set holds. */
type ItemPrinter = (
	items: Iterable<unknown> & { readonly size: number },
	context: Context,
	value: unknown,
	level: number
) => string[];

type Stylize = (this: unknown, text: string, style: string) => string;

interface Inspect {
	(value: unknown, options?: object | boolean, ...more: unknown[]): string;
	custom: symbol;
	colors: Record<string, [number, number]>;
	styles: Record<string, string>;
	defaultOptions: InspectOptions;
}

interface Extracted {
	readonly inspect: Inspect;
	readonly formatWithOptions: (options: object, ...args: unknown[]) => string;
	readonly stylizeWithColor: Stylize;
	readonly getStringWidth: (text: string) => number;
	readonly stripVTControlCharacters: (text: string) => string;
}

const {
	inspect: raw,
	formatWithOptions: rawFormat,
	stylizeWithColor,
	getStringWidth: rawWidth,
	stripVTControlCharacters: rawStrip
} = (extracted as unknown as { default: Extracted }).default;
// The first object without a printer of its own makes the package take its URL class, the first Set shows its printer of items.
let printItems: ItemPrinter | undefined;
ground.onBind = (printer) => {
	printItems = printer as unknown as ItemPrinter;
	return undefined;
};
raw([new WeakRef({}), new Set([0])]);
leaveGround();

/** Prints values at `level` of the one being printed, with the package's own state; without a `size`, all of them. */
function printAll(items: unknown[], context: Context, level: number, size = NaN): string[] {
	const sized = ObjectAssign(items, { size });
	return (printItems as ItemPrinter)(sized, context, undefined, level);
}

/** `<pending>`, the value, or `<rejected>` and the reason. */
function promiseText(context: Context, paint: Stylize): string {
	const promise = context.seen[context.seen.length - 1];
	const state = isPromise(promise) ? hostPromiseState(promise) : 0;
	if (state === 0) return paint('<pending>', 'special');
	const { 0: shown } = printAll([hostPromiseResult(promise)], context, context.currentDepth);
	return state === 2 ? `${paint('<rejected>', 'special')} ${shown as string}` : (shown as string);
}

/** What an iterator of a Map or Set would still give; the braces are the package's, to be changed for entries. */
function printIterator(
	braces: string[],
	context: Context,
	iterator: object,
	level: number
): string[] {
	const { 0: items, 1: arePairs } = previewEntries(iterator, true) as [unknown[], boolean];
	const list: unknown[] = [];
	if (!arePairs) {
		for (let index = 0; index < items.length; index++) list[index] = items[index];
		return printAll(list, context, level, list.length);
	}
	const open = braces[0] as string;
	braces[0] = `${StringPrototypeSlice(open, 0, open.length - 12)} Entries] {`;
	for (let index = 0; index < items.length; index += 2) {
		list[index / 2] = [items[index], items[index + 1]];
	}
	return printAll(list, context, level - 1, list.length);
}

/** Stands for the value to print in colours: the package would exchange `stylize` if it knew of them from the start. */
const coloured = new Set([0]);
let colouredValue: unknown;
let colouredOptions: object | undefined;
let colouredText = '';

function printColoured(context: Context): string[] {
	context.colors = true;
	context.seen = [];
	context.currentDepth = 0;
	context.indentationLvl = -2;
	if (context.userOptions !== undefined && colouredOptions !== undefined) {
		context.userOptions = colouredOptions;
	}
	colouredText = printAll([colouredValue], context, 0)[0] as string;
	return [];
}

ground.onBind = (_printer, argument) => {
	if (argument === coloured) return printColoured;
	if (!ArrayIsArray(argument)) return undefined;
	const braces = argument as string[];
	if (!StringPrototypeEndsWith(braces[0] ?? '', ' Iterator] {')) return undefined;
	return (context: Context, value: object, level: number) =>
		printIterator(braces, context, value, level);
};

/** Stylizers made here. */
const made = new WeakMap<Stylize, true>();

/** What the package prints in styles, in the words of Node.js 20. The package calls it as a method of its state. */
function stylizer(paint: Stylize): Stylize {
	if (WeakMapPrototypeHas(made, paint)) return paint;
	const stylize: Stylize = function (text, style) {
		const context = this as Context | undefined;
		if (context?.budget === undefined) return paint(text, style);
		if (style === 'symbol' && text[0] !== '[') return `[${paint(text, style)}]`;
		if (style === 'special') {
			if (text === 'Proxy(' || text === ')') return '';
			if (text === '<pending>') return promiseText(context, paint);
		} else if (text === '[byteLength]' || text === '[byteOffset]' || text === '[buffer]') {
			if (!isTypedArray(context.seen[context.seen.length - 1])) {
				return paint(StringPrototypeSlice(text, 1, -1), 'name');
			}
		}
		return paint(text, style);
	};
	WeakMapPrototypeSet(made, stylize, true);
	return stylize;
}

const unpainted = stylizer((text) => text);

const painted = stylizer(stylizeWithColor);

/** A program's options with our way of printing in styles. */
function withStyle(options: object | undefined): object {
	const { stylize } = (options ?? {}) as { stylize?: Stylize };
	return ObjectAssign({}, options, {
		stylize: typeof stylize === 'function' ? stylizer(stylize) : unpainted
	});
}

/** Methods the package calls on values of its own while it prints. */
const methods: readonly (readonly [holder: object, keys: readonly PropertyKey[]])[] = [
	[
		Array.prototype,
		[
			'includes',
			'indexOf',
			'push',
			'pop',
			'slice',
			'splice',
			'reduce',
			'filter',
			'join',
			Symbol.iterator
		]
	],
	[
		String.prototype,
		['indexOf', 'match', 'replace', 'slice', 'startsWith', 'toLowerCase', Symbol.iterator]
	],
	[RegExp.prototype, ['exec', 'test', Symbol.match, Symbol.replace, Symbol.split]],
	[Function.prototype, ['apply', 'bind', 'call', 'toString']],
	[Map.prototype, ['get', 'set', Symbol.iterator]],
	[Set.prototype, ['add', 'has', Symbol.iterator]],
	[Number.prototype, ['toString', 'valueOf']],
	[Boolean.prototype, ['valueOf']],
	[Date.prototype, ['getTime', 'toISOString']],
	[Object.prototype, ['toString']]
];
const holders: Record<PropertyKey, unknown>[] = [];
const names: PropertyKey[] = [];
const originals: unknown[] = [];
for (const [holder, keys] of methods) {
	for (const key of keys) {
		holders.push(holder as Record<PropertyKey, unknown>);
		names.push(key);
		originals.push((holder as Record<PropertyKey, unknown>)[key]);
	}
}

const { deleteProperty } = Reflect;

/** Calls with the methods above in place, whatever the program made of them. */
function undisturbed(call: (...args: never[]) => unknown, args: readonly unknown[]): string {
	let exchanged: [object, PropertyKey, PropertyDescriptor | undefined][] | undefined;
	for (let index = 0; index < originals.length; index++) {
		const holder = holders[index] as Record<PropertyKey, unknown>;
		const name = names[index] as PropertyKey;
		if (holder[name] === originals[index]) continue;
		const descriptor = ObjectGetOwnPropertyDescriptor(holder, name);
		if (descriptor?.configurable === false) continue;
		exchanged ??= [];
		exchanged[exchanged.length] = [holder, name, descriptor];
		ObjectDefineProperty(holder, name, {
			value: originals[index],
			writable: true,
			configurable: true,
			enumerable: false
		});
	}
	if (exchanged === undefined) return ReflectApply(call as never, undefined, args as never);
	try {
		return ReflectApply(call as never, undefined, args as never);
	} finally {
		for (let index = 0; index < exchanged.length; index++) {
			const { 0: holder, 1: name, 2: descriptor } = exchanged[index] as (typeof exchanged)[0];
			if (descriptor === undefined) deleteProperty(holder, name);
			else ObjectDefineProperty(holder, name, descriptor);
		}
	}
}

/** util.inspect. An older form has the options showHidden, depth and colors as arguments. */
export const inspect = function inspect(
	value: unknown,
	options?: object | boolean,
	...more: unknown[]
): string {
	const given: Record<string, unknown> = {};
	if (more[0] !== undefined) given['depth'] = more[0];
	if (more[1] !== undefined) given['colors'] = more[1];
	if (typeof options === 'boolean') given['showHidden'] = options;
	else ObjectAssign(given, options);
	if (!(given['colors'] ?? raw.defaultOptions.colors))
		return undisturbed(raw, [value, withStyle(given)]);
	return inColours(value, given);
} as Inspect;

function inColours(value: unknown, options: object): string {
	const before = colouredValue;
	const optionsBefore = colouredOptions;
	colouredValue = value;
	colouredOptions = options;
	try {
		undisturbed(raw, [coloured, ObjectAssign({}, options, { colors: false, stylize: painted })]);
		return colouredText;
	} finally {
		colouredValue = before;
		colouredOptions = optionsBefore;
	}
}

inspect.custom = raw.custom;
inspect.colors = raw.colors;
inspect.styles = raw.styles;
inspect.styles['regexp'] = 'red';
ObjectDefineProperty(inspect, 'defaultOptions', {
	get: () => raw.defaultOptions,
	set: (options: InspectOptions) => {
		validateObject(options, 'options');
		raw.defaultOptions = options;
	}
});
ground.raw = raw;
ground.own = inspect;

/** util.format. */
export function format(...args: unknown[]): string {
	return formatted(undefined, args);
}

/** util.formatWithOptions. */
export function formatWithOptions(options: InspectOptions, ...args: unknown[]): string {
	validateObject(options, 'inspectOptions', kValidateObjectAllowArray);
	return formatted(options, args);
}

function formatted(options: object | undefined, args: readonly unknown[]): string {
	const given: unknown[] = [withStyle(options)];
	for (let index = 0; index < args.length; index++) given[index + 1] = args[index];
	return undisturbed(rawFormat, given);
}

/** How many columns of a terminal a text takes. */
export function getStringWidth(text: string): number {
	return rawWidth(text);
}

/** util.stripVTControlCharacters. */
export function stripVTControlCharacters(text: string): string {
	validateString(text, 'str');
	return rawStrip(text);
}
