// The expiration property: milliseconds as text.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_basic.erl (parse_expiration), rabbit_misc.erl.
import type { Micros } from '#kernel';

/** Ten years: RabbitMQ takes no longer times to live. */
const longestMs = 315_360_000_000;

/** What RabbitMQ says of a time to live in milliseconds that is too long; undefined for the others. */
export function ttlFault(ms: number | bigint): string | undefined {
	return ms > longestMs ? `{value_too_large,${String(ms)}}` : undefined;
}

/** What RabbitMQ says of a bad expiration; undefined for a good one. */
export function expirationFault(text: string): string | undefined {
	const match = /^([+-]?\d+)([^]*)$/.exec(text);
	if (match === null) return sentence(text, 'no_integer');
	const [, number = '', rest = ''] = match;
	if (rest !== '') return sentence(text, `{leftover_string,${JSON.stringify(rest)}}`);
	const value = BigInt(number.replace('+', ''));
	if (value < 0) return sentence(text, `{value_negative,${String(value)}}`);
	const fault = ttlFault(value);
	return fault && sentence(text, fault);
}

/** Erlang's pretty printer breaks a pair that would pass its 80th column behind the comma. */
function sentence(text: string, reason: string): string {
	const start = `invalid expiration '${text}': `;
	if (start.length + reason.length <= 80) return start + reason;
	return start + reason.replace(',', `,\n${' '.repeat(start.length + 1)}`);
}

/** Microseconds for a valid expiration; null without one. */
export function expirationUs(text: string | undefined): Micros | null {
	return text === undefined ? null : ttlUs(Number.parseInt(text, 10));
}

/** Microseconds for a time to live in milliseconds. */
export function ttlUs(ms: number): Micros {
	return ms * 1000;
}
