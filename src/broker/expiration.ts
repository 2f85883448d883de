// The expiration property: milliseconds as text.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_basic.erl (parse_expiration), rabbit_misc.erl.
import type { Micros } from '#kernel';

/** What RabbitMQ says of a bad expiration; undefined for a good one. */
export function expirationFault(text: string): string | undefined {
	const match = /^([+-]?\d+)([^]*)$/.exec(text);
	if (match === null) return 'no_integer';
	const [, number = '', rest = ''] = match;
	if (rest !== '') return `{leftover_string,${JSON.stringify(rest)}}`;
	const value = Number(number);
	if (value < 0) return `{value_negative,${String(value)}}`;
	return undefined;
}

/** About thirty years: longer times to live mean never, and stay exact numbers. */
const longestUs: Micros = 1e15;

/** Microseconds for a valid expiration; null without one. */
export function expirationUs(text: string | undefined): Micros | null {
	return text === undefined ? null : ttlUs(Number.parseInt(text, 10));
}

/** Microseconds for a time to live in milliseconds. */
export function ttlUs(ms: number): Micros {
	return Math.min(ms * 1000, longestUs);
}
