// Declaring a thing again must describe the same thing; these are RabbitMQ's words for when it does not.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_misc.erl (assert_args_equivalence).
import { sameValue } from './headers-match.ts';
import { field, typeWord, type Table, type TableField } from './table.ts';

/** The sentence for a property that differs; `place` is e.g. `queue 'q' in vhost '/'`. */
export function propertyDiffers(
	name: string,
	place: string,
	received: string | boolean,
	current: string | boolean
): string | undefined {
	if (received === current) return undefined;
	return `inequivalent arg '${name}' for ${place}: received '${String(received)}' but current is '${String(current)}'`;
}

/** The sentence for the first of these arguments that differs, or undefined. */
export function argumentsDiffer(
	names: readonly string[],
	place: string,
	received: Table,
	current: Table
): string | undefined {
	for (const name of names) {
		const is = field(received, name);
		const was = field(current, name);
		if (name === 'x-queue-type' && isClassic(is) && isClassic(was)) continue;
		const difference = differenceBetween(is, was);
		if (difference !== undefined) return `inequivalent arg '${name}' for ${place}: ${difference}`;
	}
	return undefined;
}

function isClassic(argument: TableField | undefined): boolean {
	return argument === undefined || argument[2] === 'classic';
}

function differenceBetween(
	is: TableField | undefined,
	was: TableField | undefined
): string | undefined {
	if (is === undefined && was === undefined) return undefined;
	if (is === undefined) return `received none but current is ${described(was as TableField)}`;
	if (was === undefined) return `received ${described(is)} but current is none`;
	if (sameValue([is[1], is[2]], [was[1], was[2]])) return undefined;
	return `received '${String(is[2])}' but current is '${String(was[2])}'`;
}

function described([, type, value]: TableField): string {
	return `the value '${String(value)}' of type '${typeWord(type)}'`;
}
