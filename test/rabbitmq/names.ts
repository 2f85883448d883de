// The few names that generated programs use, so that their operations meet.
import * as fc from 'fast-check';

export const queueNames = ['q0', 'q1', 'q2', 'q3'];
export const exchangeNames = ['x0', 'x1', 'x2'];
export const predeclaredNames = [
	'amq.direct',
	'amq.fanout',
	'amq.topic',
	'amq.headers',
	'amq.match'
];
export const routingKeys = ['k', 'k.a', 'a.b', 'a.b.c', 'q0', 'q1', ''];
export const bindingKeys = ['k', 'k.*', '#', '*.b', 'a.#', 'q0', '*', '', '#.c', 'a.*.c'];
export const consumerTags = ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7'];

/** An object with some of the fields, each there in about one of `of` objects. */
export function some(
	fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
	of = 3
): fc.Arbitrary<Record<string, unknown>> {
	const names = Object.keys(fields);
	const chances = fc.array(fc.nat({ max: of - 1 }), {
		minLength: names.length,
		maxLength: names.length
	});
	return fc
		.tuple(fc.record(fields), chances)
		.map(([all, chance]) =>
			Object.fromEntries(Object.entries(all).filter((_, index) => chance[index] === 0))
		);
}

/** True once in `of`. */
export function rarely(of = 5): fc.Arbitrary<boolean> {
	return fc.nat({ max: of - 1 }).map((chance) => chance === 0);
}

/** One of several, each as often as its weight says. */
export function weighted<T>(
	...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]
): fc.Arbitrary<T> {
	return fc.oneof(
		...choices
			.filter(([weight]) => weight > 0)
			.map(([weight, arbitrary]) => ({ weight, arbitrary }))
	);
}
