// A call from the guest to the host: arguments out of its memory, the result into it.

import type { GuestMemory, Primitive } from './guest-memory.ts';
import type { Machine } from './machine.ts';

/** A value of the guest that the host only passes on: a box in its memory. */
export class GuestValue {
	readonly box: number;

	/** @param box as an argument it is the guest's; as a result it is new and goes over to the guest */
	constructor(box: number) {
		this.box = box;
	}
}

/** A function the guest may call. Arguments are primitives, or GuestValue for objects. Throwing throws in the guest. */
export type HostFunction = (args: readonly (Primitive | GuestValue)[]) => Primitive | GuestValue;

/** Answers a call of the guest with one of the functions. Gives the result's box, 0 when it threw. */
export function answerCall(
	machine: Machine,
	memory: GuestMemory,
	functions: Readonly<Record<string, HostFunction>>,
	name: string,
	list: number,
	count: number
): number {
	const fn = functions[name];
	try {
		if (fn === undefined) throw new Error(`The host has no function '${name}'`);
		const args: (Primitive | GuestValue)[] = [];
		for (let index = 0; index < count; index++) {
			const box = memory.argumentPointer(list, index);
			args.push(memory.isPassable(box) ? memory.read(box) : new GuestValue(box));
		}
		const result = fn(args);
		return result instanceof GuestValue ? result.box : memory.newBox(result);
	} catch (error) {
		return machine.throwIntoGuest(error);
	}
}
