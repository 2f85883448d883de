// Options of a published message.
import * as fc from 'fast-check';
import type { Times } from './arbitrary-times.ts';
import { rarely, some } from './names.ts';

/** Most messages carry one or two of these. */
export function messageOptions({ ttl, hasBeat }: Times): fc.Arbitrary<Record<string, unknown>> {
	const headers = some({
		a: fc.constantFrom<unknown>(1, '1', true, 2.5),
		b: fc.constantFrom<unknown>(2, 'two', null),
		'x-c': fc.constantFrom(3, 4)
	});
	return some(
		{
			mandatory: fc.boolean(),
			priority: fc.constantFrom(0, 1, 2, 5, 200),
			expiration: ttl.map(String),
			// RabbitMQ confirms persistent messages when they are on disk, which is not in time for a beat.
			persistent: hasBeat ? fc.constant(false) : fc.boolean(),
			headers,
			CC: fc.constantFrom<unknown>('q1', ['q0', 'q2'], ['k']),
			BCC: fc.constantFrom<unknown>('q1', ['q3']),
			correlationId: fc.constant('c1'),
			replyTo: rarely(4).map((isDirect) => (isDirect ? 'amq.rabbitmq.reply-to' : 'q0')),
			type: fc.constant('t')
		},
		6
	);
}
