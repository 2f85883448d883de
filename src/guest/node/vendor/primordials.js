// The object `primordials` that the Node.js sources beside this file take their functions from, made on
// demand: each name they ask for at load (`ArrayPrototypePush`, `NumberIsNaN`, `SymbolIterator`, `SafeMap`) is
// built from the language's own objects as they are at boot. Nothing is looked up afterwards.
// Source: the naming rules of Node.js, lib/internal/per_context/primordials.js.

const { bind, call, apply } = Function.prototype;
const uncurryThis = bind.bind(call);
const applyBind = bind.bind(apply);
const { getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf, defineProperty, hasOwn } = Object;

const TypedArray = getPrototypeOf(Uint8Array);
const roots = {
	__proto__: null,
	TypedArray,
	...Object.fromEntries(
		Object.getOwnPropertyNames(globalThis)
			.filter((name) => /^[A-Z][A-Za-z0-9]+$/.test(name))
			.map((name) => [name, globalThis[name]])
	)
};
const rootNames = Object.keys(roots).sort((a, b) => b.length - a.length);

function makeSafeIterator(prototype, start) {
	const next = uncurryThis(prototype.next);
	const begin = uncurryThis(start);
	return class SafeIterator {
		constructor(iterable) {
			this.iterator = begin(iterable);
		}
		next() {
			return next(this.iterator);
		}
		[Symbol.iterator]() {
			return this;
		}
	};
}

const SafeArrayIterator = makeSafeIterator(
	getPrototypeOf([][Symbol.iterator]()),
	Array.prototype[Symbol.iterator]
);
const SafeStringIterator = makeSafeIterator(
	getPrototypeOf(''[Symbol.iterator]()),
	String.prototype[Symbol.iterator]
);
const SafeSetIterator = makeSafeIterator(
	getPrototypeOf(new Set().values()),
	Set.prototype.values
);
const SafeMapIterator = makeSafeIterator(
	getPrototypeOf(new Map().entries()),
	Map.prototype.entries
);

/** A constructor of collections whose prototype the program cannot reach, and whose iterators are safe to loop over. */
function safeCollection(Base) {
	const prototype = Object.create(null, Object.getOwnPropertyDescriptors(Base.prototype));
	if (Base.prototype[Symbol.iterator] !== undefined) {
		const step = uncurryThis(getPrototypeOf(new Base()[Symbol.iterator]()).next);
		for (const key of ['keys', 'values', 'entries', Symbol.iterator]) {
			const begin = uncurryThis(Base.prototype[key]);
			defineProperty(prototype, key, {
				value() {
					const iterator = begin(this);
					return {
						next: () => step(iterator),
						[Symbol.iterator]() {
							return this;
						}
					};
				}
			});
		}
	}
	return function Safe(items) {
		return setPrototypeOf(new Base(items), prototype);
	};
}

const exec = RegExp.prototype.exec;
const replaceByPattern = uncurryThis(RegExp.prototype[Symbol.replace]);

/** Replacing by a pattern that asks the pattern itself, not RegExp.prototype. The sources use it on their own patterns only. */
function replaceHardened(pattern, text, replacement) {
	if (!hasOwn(pattern, 'exec')) {
		defineProperty(pattern, 'exec', { value: exec });
		defineProperty(pattern, 'flags', { value: pattern.flags });
	}
	return replaceByPattern(pattern, text, replacement);
}

const special = {
	__proto__: null,
	RegExpPrototypeSymbolReplace: replaceHardened,
	uncurryThis,
	applyBind,
	globalThis,
	decodeURIComponent,
	encodeURIComponent,
	SafeArrayIterator,
	SafeMapIterator,
	SafeSetIterator,
	SafeStringIterator,
	get SafeMap() {
		return safeCollection(Map);
	},
	get SafeSet() {
		return safeCollection(Set);
	},
	get SafeWeakMap() {
		return safeCollection(WeakMap);
	},
	ArrayPrototypePushApply: applyBind(Array.prototype.push),
	ArrayPrototypeUnshiftApply: applyBind(Array.prototype.unshift),
	MathMaxApply: applyBind(Math.max, Math),
	// A name that begins like String and Symbol roots but means a method of the prototype.
	FunctionPrototypeSymbolHasInstance: uncurryThis(Function.prototype[Symbol.hasInstance])
};

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);

function memberKey(object, name) {
	if (name.startsWith('Symbol') && name.length > 6) {
		const symbol = Symbol[lowerFirst(name.slice(6))];
		if (typeof symbol === 'symbol' && symbol in object) return symbol;
	}
	const key = lowerFirst(name);
	return key in object ? key : name in object ? name : undefined;
}

function findDescriptor(object, key) {
	for (let holder = object; holder !== null; holder = getPrototypeOf(holder)) {
		const descriptor = getOwnPropertyDescriptor(holder, key);
		if (descriptor !== undefined) return descriptor;
	}
	return undefined;
}

function prototypeMember(prototype, name) {
	const isGetter = name.startsWith('Get');
	const getterKey = isGetter ? memberKey(prototype, name.slice(3)) : undefined;
	if (getterKey !== undefined) {
		const getter = findDescriptor(prototype, getterKey)?.get;
		if (getter !== undefined) return uncurryThis(getter);
	}
	const key = memberKey(prototype, name);
	const value = key === undefined ? undefined : findDescriptor(prototype, key)?.value;
	return typeof value === 'function' ? uncurryThis(value) : value;
}

function build(name) {
	if (name in special) return special[name];
	for (const rootName of rootNames) {
		if (!name.startsWith(rootName)) continue;
		const root = roots[rootName];
		const rest = name.slice(rootName.length);
		if (rest === '') return root;
		if (rest === 'Prototype') return root.prototype;
		if (rest.startsWith('Prototype')) return prototypeMember(root.prototype, rest.slice(9));
		const key = memberKey(root, rest);
		if (key === undefined) continue;
		const value = root[key];
		return root === Promise || name === 'ArrayFrom' ? value.bind(root) : value;
	}
	throw new Error(`No primordial is called ${name}`);
}

const built = { __proto__: null };

/** Node.js' `primordials`, as far as the sources beside this file name them. */
export const primordials = new Proxy(built, {
	get(target, name) {
		if (!(name in target)) target[name] = build(name);
		return target[name];
	}
});
