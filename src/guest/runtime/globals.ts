// Globals of the guest, defined as Node.js defines them.

import { ObjectDefineProperty } from './primordials.ts';

/** Defines a global: writable and configurable, enumerable only if asked for (as `console`, `process` are not). */
export function defineGlobal(name: string, value: unknown, enumerable = false): void {
	ObjectDefineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable });
}
