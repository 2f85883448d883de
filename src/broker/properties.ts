// Properties to and from the wire: a bit mask of those present, then their values in order.
import type { Payload } from '#kernel/events';
import { propertyNames, type Properties } from './message.ts';

/** Reads the properties that begin at `start` (the flags). Nulls count as absent. */
export function readProperties(payload: Payload, start: number): Properties {
	const flags = payload[start];
	if (typeof flags !== 'number' || flags === 0) return noProperties;
	const properties: Record<string, unknown> = {};
	let at = start + 1;
	for (let bit = 0; bit < propertyNames.length; bit++) {
		if ((flags & (1 << bit)) === 0) continue;
		const value = payload[at++];
		if (value !== null && value !== undefined) properties[propertyNames[bit] as string] = value;
	}
	return properties;
}

/** Puts flags and values at the end of a frame under construction. Mutates `frame`. */
export function writeProperties(
	frame: (string | number | boolean | null | Uint8Array)[],
	properties: Properties
): void {
	const flagsAt = frame.length;
	frame.push(0);
	let flags = 0;
	for (let bit = 0; bit < propertyNames.length; bit++) {
		const value = properties[propertyNames[bit] as keyof Properties];
		if (value === undefined) continue;
		flags |= 1 << bit;
		frame.push(value);
	}
	frame[flagsAt] = flags;
}

export const noProperties: Properties = {};
