// The engine's error messages in V8's words, which are those students find when they search for them.
// Only the common ones; names of called things are read from the source line, as V8 does from its syntax tree.
// Differs: messages not listed here are QuickJS' own.

import {
	RegExpPrototypeExec,
	StringPrototypeIncludes,
	StringPrototypeSlice,
	StringPrototypeSplit
} from './primordials.ts';

/** Messages that have one counterpart. */
const plain: Readonly<Record<string, string>> = {
	__proto__: null as unknown as string,
	'invalid array length': 'Invalid array length',
	'string too long': 'Invalid string length',
	'circular reference': 'Converting circular structure to JSON',
	'cannot convert symbol to string': 'Cannot convert a Symbol value to a string',
	'cannot convert BigInt to number': 'Cannot mix BigInt and other types, use explicit conversions',
	'BigInt are forbidden in JSON.stringify': 'Do not know how to serialize a BigInt',
	'empty array': 'Reduce of empty array with no initial value',
	'Date value is NaN': 'Invalid time value',
	'expecting hex digit': 'URI malformed',
	'this is not initialized':
		"Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
	'object is not extensible': 'Cannot add property, object is not extensible',
	'no setter for property': 'Cannot set property of #<Object> which has only a getter',
	"invalid 'instanceof' right operand": "Right-hand side of 'instanceof' is not callable",
	'unexpected end of string': 'Invalid or unexpected token',
	'missing initializer for variable': 'Missing initializer in const declaration',
	'invalid assignment left-hand side': 'Invalid left-hand side in assignment',
	'break must be inside loop or switch': 'Illegal break statement',
	'function name expected': 'Function statements require a function name',
	"unexpected token in expression: ''": 'Unexpected end of input'
};

const property = /^cannot (read|set) property '([^]*)' of (undefined|null)$/;
const uninitialised = /^(.+) is not initialized$/;
const readOnly = /^'([^]*)' is read-only$/;
const token = /^unexpected token in expression: '([^]*)'$/;
const keyword = /^unsupported keyword: (\w+)$/;
const jsonPlace = /^([^]* in JSON at position \d+) \(line \d+ column \d+\)$/;
const chainEnd = /[\w$]+(?:\.[\w$]+|\[[^\]]*\]|\([^()]*\))*\.$/;
const name = /^[\w$]+/;
const dotted = /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*/;
const calleeEnd = /[A-Za-z_$][\w$]*(?:\.[\w$]+|\[[^\][]*\])*$/;
const argumentStart = /[(,]\s*(?:new\s+)?$/;
const dateMethod = /\.(?:get(?:UTC)?(?:FullYear|Hours|Minutes|Seconds|Milliseconds)|toISOString)$/;
const unnamed = '(intermediate value)';
const keywords =
	/^(?:if|for|while|switch|catch|with|return|await|typeof|void|delete|throw|yield|in|of)$/;
const callee = /^([A-Za-z_$][\w$]*(?:\[[^\]]*\])*)\s*(?:\(|`|\?\.\()/;

/**
 * V8's words for a message of the engine; undefined when there are none. `lineOf` gives the source line it is about, ''
 * when unknown, `column` counts from 1. A student's own error with the very same message is not told apart.
 */
export function v8Message(
	message: string,
	lineOf: () => string,
	column: number
): string | undefined {
	const same = plain[message];
	if (same !== undefined) return same;
	switch (message) {
		case 'not a function':
			return called(lineOf(), column);
		case 'not a constructor':
			return constructed(lineOf(), column);
		case 'value is not iterable':
			return iterated(lineOf());
		case "class constructors must be invoked with 'new'": {
			const made = RegExpPrototypeExec(name, StringPrototypeSlice(lineOf(), column - 1));
			return `Class constructor${made === null ? '' : ` ${made[0]}`} cannot be invoked without 'new'`;
		}
		case "expecting ';'":
			return unexpected(lineOf(), column);
		case 'invalid redefinition of lexical identifier': {
			const found = RegExpPrototypeExec(name, StringPrototypeSlice(lineOf(), column - 1));
			return found === null ? undefined : `Identifier '${found[0]}' has already been declared`;
		}
	}
	return byPattern(message, lineOf);
}

function byPattern(message: string, lineOf: () => string): string | undefined {
	let found = RegExpPrototypeExec(property, message);
	if (found !== null) {
		const verb = found[1];
		const key = found[2];
		const value = found[3];
		if (key === 'Symbol.iterator') {
			const what = value === 'null' ? 'object null' : value;
			return `${what} is not iterable (cannot read property Symbol(Symbol.iterator))`;
		}
		return verb === 'read'
			? `Cannot read properties of ${value} (reading '${key}')`
			: `Cannot set properties of ${value} (setting '${key}')`;
	}
	found = RegExpPrototypeExec(readOnly, message);
	if (found !== null) {
		return StringPrototypeIncludes(lineOf(), `.${found[1]}`)
			? `Cannot assign to read only property '${found[1]}' of object '#<Object>'`
			: 'Assignment to constant variable.';
	}
	found = RegExpPrototypeExec(token, message) ?? RegExpPrototypeExec(keyword, message);
	if (found !== null) return `Unexpected token '${found[1]}'`;
	found = RegExpPrototypeExec(jsonPlace, message);
	if (found !== null) return found[1];
	found = RegExpPrototypeExec(uninitialised, message);
	return found === null ? undefined : `Cannot access '${found[1]}' before initialization`;
}

/** `Thing is not a constructor`. */
function constructed(line: string, column: number): string {
	const rest = StringPrototypeSlice(line, column - 1);
	const made = RegExpPrototypeExec(dotted, rest);
	return `${made === null ? unnamed : made[0]} is not a constructor`;
}

/** `o.a.f is not a function`. */
function called(line: string, column: number): string {
	const before = StringPrototypeSlice(line, 0, column - 1);
	const rest = StringPrototypeSlice(line, column - 1);
	const isMade = RegExpPrototypeExec(/\bnew\s+$/, before) !== null;
	if (isMade && RegExpPrototypeExec(/^Promise\b/, rest) !== null) {
		return 'Promise resolver undefined is not a function';
	}
	// An error made as an argument is not what failed.
	if (isMade && RegExpPrototypeExec(/^\w*Error\b/, rest) === null) return constructed(line, column);
	const end = isMade ? null : RegExpPrototypeExec(callee, rest);
	if (end !== null) {
		const chain = chainBefore(before);
		const own = chain + (end[1] ?? '');
		const inside = enclosingCallee(StringPrototypeSlice(before, 0, before.length - chain.length));
		const isInside = isSurelyFunction(own) && inside !== unnamed;
		return `${isInside ? inside : own} is not a function`;
	}
	// A computed property: the column is that of what stands in the brackets.
	const key = RegExpPrototypeExec(/^[^\][]*\]/, rest);
	const owner = RegExpPrototypeExec(/[\w$][\w$.]*\[$/, before);
	const text = key === null || owner === null ? enclosingCallee(before) : owner[0] + key[0];
	return `${text} is not a function`;
}

/** What every object has, or the language itself: what failed is then the call this one is an argument of. */
function isSurelyFunction(called: string): boolean {
	const names = StringPrototypeSplit(called, '.');
	if (RegExpPrototypeExec(/\.(?:toString|valueOf|hasOwnProperty)$/, called) !== null) return true;
	// What only dates have, and every date.
	if (RegExpPrototypeExec(dateMethod, called) !== null) return true;
	let owner: unknown = globalThis;
	for (let index = 0; index < names.length; index++) {
		if (owner === null || owner === undefined) return false;
		owner = (owner as Record<string, unknown>)[names[index] ?? ''];
	}
	return typeof owner === 'function';
}

/** The engine's column is that of an argument when it has one of its own: what stands before the open parenthesis. */
function enclosingCallee(before: string): string {
	if (RegExpPrototypeExec(argumentStart, before) === null) return unnamed;
	let closed = 0;
	for (let index = before.length - 1; index >= 0; index--) {
		if (before[index] === ')') closed += 1;
		if (before[index] !== '(') continue;
		if (closed > 0) {
			closed -= 1;
			continue;
		}
		const found = RegExpPrototypeExec(calleeEnd, StringPrototypeSlice(before, 0, index));
		const isKeyword = found === null || RegExpPrototypeExec(keywords, found[0]) !== null;
		return isKeyword ? unnamed : found[0];
	}
	return unnamed;
}

/** What leads to a property: `o.a.` before `f`. */
function chainBefore(before: string): string {
	const start = RegExpPrototypeExec(chainEnd, before);
	return start === null ? '' : start[0];
}

function iterated(line: string): string | undefined {
	const found = RegExpPrototypeExec(/(?:\bof\s+|\.\.\.)([\w$.]+)/, line);
	return found === null ? undefined : `${found[1]} is not iterable`;
}

/** What a parser met where a statement should have ended. */
function unexpected(line: string, column: number): string | undefined {
	const rest = StringPrototypeSlice(line, column - 1);
	if (rest === '') return undefined;
	if (RegExpPrototypeExec(/^\d/, rest) !== null) return 'Unexpected number';
	if (RegExpPrototypeExec(/^['"]/, rest) !== null) return 'Unexpected string';
	const word = RegExpPrototypeExec(name, rest);
	return word === null ? `Unexpected token '${rest[0]}'` : `Unexpected identifier '${word[0]}'`;
}
