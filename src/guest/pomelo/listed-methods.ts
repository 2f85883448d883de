// Methods that `for (name in object)` comes across: the original's are assigned to objects and prototypes, not declared
// in classes.

import {
	ObjectDefineProperty,
	ObjectGetOwnPropertyDescriptor,
	ObjectGetOwnPropertyNames,
	ObjectGetPrototypeOf,
	ObjectSetPrototypeOf
} from '../runtime/primordials.ts';

const objectPrototype = Object.prototype;

/** Makes the methods of a class enumerable, all but those `hidden` because the original has none of that name. */
export function listMethods(kind: { readonly prototype: object }, ...hidden: string[]): void {
	copyMethods(kind.prototype, kind.prototype, hidden);
}

/** Makes all methods of an object its own, as those of an object literal are. Its classes no longer show. */
export function ownMethods(object: object, ...hidden: string[]): void {
	let from = ObjectGetPrototypeOf(object) as object;
	while (from !== objectPrototype) {
		copyMethods(from, object, hidden);
		from = ObjectGetPrototypeOf(from) as object;
	}
	ObjectSetPrototypeOf(object, objectPrototype);
}

function copyMethods(from: object, to: object, hidden: readonly string[]): void {
	const names = ObjectGetOwnPropertyNames(from);
	for (let index = 0; index < names.length; index++) {
		const name = names[index] ?? '';
		if (name === 'constructor') continue;
		let enumerable = true;
		for (let each = 0; each < hidden.length; each++) if (hidden[each] === name) enumerable = false;
		const descriptor = ObjectGetOwnPropertyDescriptor(from, name);
		ObjectDefineProperty(to, name, { ...descriptor, enumerable });
	}
}
