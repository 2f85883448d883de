// How a date reads as text where no locale is asked for: the engine leaves the name of the time zone out.

import {
	DatePrototypeGetTime,
	DatePrototypeToString,
	DatePrototypeToTimeString,
	NumberIsNaN,
	ObjectDefineProperty
} from './primordials.ts';

const zone = ' (Coordinated Universal Time)';
const withZone = (date: Date, text: string): string =>
	NumberIsNaN(DatePrototypeGetTime(date)) ? text : text + zone;

/** Replaces methods in the way the language defines them. */
export function defineMethods(prototype: object, methods: Record<string, unknown>): void {
	for (const name in methods) {
		ObjectDefineProperty(prototype, name, {
			value: methods[name],
			writable: true,
			configurable: true,
			enumerable: false
		});
	}
}

defineMethods(Date.prototype, {
	toString(this: Date) {
		return withZone(this, DatePrototypeToString(this));
	},
	toTimeString(this: Date) {
		return withZone(this, DatePrototypeToTimeString(this));
	}
});
