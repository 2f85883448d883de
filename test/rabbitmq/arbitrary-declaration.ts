// Queues and exchanges as programs declare them.
import * as fc from 'fast-check';
import type { Times } from './arbitrary-times.ts';
import { exchangeNames, queueNames, rarely, some, weighted } from './names.ts';

/** What a program mostly declares, and under which options. */
export interface Plan {
	readonly queues: readonly (readonly [name: string, options: object])[];
	readonly exchanges: readonly (readonly [name: string, type: string, options: object])[];
}

export function plan(times: Times): fc.Arbitrary<Plan> {
	const queues = fc.array(queueOptions(times), {
		minLength: 1,
		maxLength: queueNames.length,
		size: 'max'
	});
	const exchanges = fc.array(fc.tuple(exchangeType, exchangeOptions), {
		maxLength: exchangeNames.length,
		size: 'max'
	});
	return fc.tuple(queues, exchanges).map(([queue, exchange]) => ({
		queues: queue.map((options, index) => [queueNames[index]!, options]),
		exchanges: exchange.map(([type, options], index) => [exchangeNames[index]!, type, options])
	}));
}

export const exchangeType = fc.constantFrom('direct', 'fanout', 'topic', 'headers');

export const exchangeOptions = some({
	durable: fc.boolean(),
	autoDelete: rarely(3),
	internal: rarely(6),
	alternateExchange: fc.constantFrom(...exchangeNames, 'amq.fanout', 'nowhere')
});

const deadLetterExchange = fc.constantFrom('', ...exchangeNames, 'amq.fanout', 'nowhere');

function queueArguments({ ttl, expires }: Times) {
	return some(
		{
			'x-max-length': fc.constantFrom(0, 1, 2, 3, 3, 4),
			'x-max-length-bytes': fc.constantFrom(0, 5, 12, 12, 24),
			'x-overflow': fc.constantFrom('drop-head', 'reject-publish', 'reject-publish-dlx'),
			'x-max-priority': fc.constantFrom(1, 3, 10),
			'x-dead-letter-exchange': deadLetterExchange,
			'x-dead-letter-routing-key': fc.constantFrom(...queueNames, 'k'),
			'x-message-ttl': ttl,
			'x-expires': expires,
			'x-single-active-consumer': fc.boolean(),
			'x-queue-mode': fc.constantFrom('lazy', 'default')
		},
		5
	);
}

/** Options of a classic queue, now and then of a quorum queue. */
export function queueOptions(times: Times): fc.Arbitrary<object> {
	const flags = some({ durable: fc.boolean(), exclusive: rarely(8), autoDelete: rarely(5) }, 2);
	const classic = fc
		.tuple(flags, queueArguments(times), rarely(30))
		.map(([options, args, isCareless]) => {
			// A dead-letter key without an exchange is refused; once is enough.
			const { 'x-dead-letter-routing-key': _key, ...keyless } = args;
			const isLost = !isCareless && args['x-dead-letter-exchange'] === undefined;
			return withArguments(options, isLost ? keyless : args);
		});
	const quorum = some({
		'x-delivery-limit': fc.nat({ max: 2 }),
		// A quorum queue of length 0 gives a message that comes back to a consumer or drops it, as it happens.
		'x-max-length': fc.integer({ min: 1, max: 3 }),
		'x-message-ttl': times.ttl,
		'x-single-active-consumer': fc.boolean(),
		'x-dead-letter-exchange': deadLetterExchange
	}).map((args) => withArguments({ durable: true }, { 'x-queue-type': 'quorum', ...args }));
	return weighted<object>([10, classic], [1, quorum]);
}

function withArguments(flags: object, args: object): object {
	return Object.keys(args).length === 0 ? flags : { ...flags, arguments: args };
}
