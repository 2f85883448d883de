// What the package node-inspect-extracted takes for its engine. It reads everything it needs off `globalThis` once, when it
// is loaded; this file puts an object of ours there before, and inspect.ts takes it away again after.
// What Node.js asks V8 and the package cannot know (the inside of proxies and iterators) is answered from here.

import { hostProxyPart } from '../runtime/host.ts';
import {
	FunctionPrototypeBind,
	FunctionPrototypeToString,
	ObjectGetOwnPropertyDescriptor,
	ObjectGetPrototypeOf,
	ReflectApply
} from './primordials.ts';
import { neededNames, neededSymbols } from './inspect-needs.ts';
import * as kinds from './value-kinds.ts';

type AnyFunction = (...args: never[]) => unknown;

/** What inspect.ts adds once the package is there. */
export const ground: {
	/** The package's inspect, and ours, which a program gets in its place. */
	raw?: unknown;
	own?: unknown;
	/** True for a URL of the guest's own class; set by web-url.ts when it is there. */
	isURL?: (value: unknown) => boolean;
	/** Sees what the package binds: one of its printers to an argument. May give a printer to use instead. */
	onBind?: (printer: AnyFunction, argument: unknown) => AnyFunction | undefined;
} = {};

/** A function with everything a class has, and some of it exchanged. */
function standIn(Class: object, changes: PropertyDescriptorMap): object {
	return Object.defineProperties(function () {}, {
		...Object.getOwnPropertyDescriptors(Class),
		...changes
	});
}

const fixed = (value: unknown): PropertyDescriptor => ({ value, writable: false });

/** Where the package keeps its own proxies; here it finds every proxy. */
class ProxyTable {
	get(value: unknown): unknown[] | undefined {
		asked = undefined;
		try {
			const target = hostProxyPart(value, 0);
			return target === undefined ? undefined : [target, hostProxyPart(value, 1)];
		} catch {
			// The engine names no parts of a revoked proxy; Node.js has null for both.
			return [null, null];
		}
	}
	set(): this {
		return this;
	}
}

/** `call` reaches a program's own inspect function, which has to get our `inspect` as its last argument. */
function call(this: AnyFunction, self: unknown, ...args: unknown[]): unknown {
	const last = args.length - 1;
	if (last >= 0 && args[last] === ground.raw) args[last] = ground.own;
	return ReflectApply(this as never, self, args as never);
}

/** `bind` makes the package's printers of collections and iterators. */
function bind(this: AnyFunction, self: unknown, ...args: unknown[]): unknown {
	return (
		ground.onBind?.(this, args[0]) ??
		ReflectApply(FunctionPrototypeBind as never, undefined, [this, self, ...args] as never)
	);
}

/** The package tells generators by their text, which of a method in short form has no `function*`. */
function toString(this: unknown): string {
	const text = FunctionPrototypeToString(this);
	if (!kinds.isGeneratorFunction(this)) return text;
	return kinds.isAsyncFunction(this) ? `async function* ${text}` : `function* ${text}`;
}

/** The value whose class the package has just asked for, in vain. */
let asked: unknown;

/** A value that is not of a class by its slots may still be by the names along its prototypes: they are not looked at. */
function getPrototypeOf(object: object): unknown {
	if (object !== asked) return ObjectGetPrototypeOf(object);
	asked = undefined;
	return null;
}

/** For symbols that are not enumerable the package adds brackets that every symbol has in Node.js 20 already. */
function getOwnPropertyDescriptor(object: object, key: PropertyKey): object | undefined {
	const found = ObjectGetOwnPropertyDescriptor(object, key);
	if (typeof key !== 'symbol' || found?.enumerable !== false) return found;
	return { ...found, enumerable: 0 };
}

/** The URL class of the package: the guest's own are known, and paths become addresses. */
class FileURL {
	pathname = '';
	get href(): string {
		return `file://${this.pathname}`;
	}
	static [Symbol.hasInstance](value: unknown): boolean {
		return ground.isURL?.(value) === true;
	}
}

const program = globalThis as unknown as Record<string, unknown>;
const engine = Object.create(null) as Record<string, unknown>;
for (const name of Object.getOwnPropertyNames(globalThis)) {
	if (/^[A-Z]/.test(name)) engine[name] = program[name];
}
const functionPrototype = Object.defineProperties({}, {
	...Object.getOwnPropertyDescriptors(Function.prototype),
	call: fixed(call),
	bind: fixed(bind),
	toString: fixed(toString)
} as PropertyDescriptorMap);
Object.assign(engine, {
	globalThis: engine,
	Atomics: {},
	Reflect: Object.defineProperties({}, Object.getOwnPropertyDescriptors(Reflect)),
	WeakMap: ProxyTable,
	Function: standIn(Function, { prototype: fixed(functionPrototype) }),
	Object: standIn(Object, {
		getOwnPropertyDescriptor: fixed(getOwnPropertyDescriptor),
		getPrototypeOf: fixed(getPrototypeOf)
	})
});

const before = {
	globalThis: ObjectGetOwnPropertyDescriptor(globalThis, 'globalThis'),
	URL: ObjectGetOwnPropertyDescriptor(globalThis, 'URL')
};
program['URL'] = FileURL;
program['globalThis'] = engine;

const { ownKeys } = Reflect;
const needed = new Set<PropertyKey>([...neededNames.split(' '), ...neededSymbols]);
/** The package lists what to copy with this. */
Reflect.ownKeys = (object) => ownKeys(object).filter((key) => needed.has(key));

/** Gives the program its `globalThis` back. From then on the package's questions for a value's class get our answers. */
export function leaveGround(): void {
	Reflect.ownKeys = ownKeys;
	for (const [name, descriptor] of Object.entries(before)) {
		if (descriptor === undefined) Reflect.deleteProperty(program, name);
		else Object.defineProperty(program, name, descriptor);
	}
	const typedArrays = Object.keys(engine).filter((name) =>
		/^(?:Uint|Int|Float|Big).+Array$/.test(name)
	);
	for (const name of typedArrays) engine[name] = undefined;
	for (const name of Object.keys(engine)) {
		const isKind = (kinds as Record<string, unknown>)[
			`is${name}${/^(?:Number|String|Boolean|BigInt|Symbol)$/.test(name) ? 'Object' : ''}`
		];
		if (typeof isKind === 'function') answer(name, isKind as (value: unknown) => boolean);
	}
	// Typed arrays are asked for in one go, class by class.
	answer('Int8Array', kinds.isTypedArray);
}

/** What the package finds where a class was: `instanceof` asks for the slots. */
function answer(name: string, isKind: (value: unknown) => boolean): void {
	engine[name] = {
		[Symbol.hasInstance]: (value: unknown): boolean => {
			const isOne = isKind(value);
			asked = isOne ? undefined : value;
			return isOne;
		}
	};
}
