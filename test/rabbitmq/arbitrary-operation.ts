// One random operation of a program.
import * as fc from 'fast-check';
import { exchangeOptions, exchangeType, queueOptions, type Plan } from './arbitrary-declaration.ts';
import { messageOptions } from './arbitrary-message.ts';
import type { Times } from './arbitrary-times.ts';
import {
	bindingKeys,
	consumerTags,
	exchangeNames,
	predeclaredNames,
	queueNames,
	rarely,
	routingKeys,
	some,
	weighted
} from './names.ts';
import type { AskedMethod, Operation } from './program.ts';

/** What the operations of one program may refer to. */
export interface Surroundings {
	readonly plan: Plan;
	readonly channelCount: number;
	readonly times: Times;
}

/** Any operation. */
export function anyOperation(around: Surroundings): fc.Arbitrary<Operation> {
	return weighted<Operation>(
		[30, sendings(around)],
		[24, receivings(around)],
		[24, settlings(around)],
		[5, endings(around)],
		[6, declarations(around)],
		[3, binding(around)],
		[2, binding(around).map(unbinding)],
		[around.times.hasBeat ? 12 : 0, plain(around, 'wait')]
	);
}

/** A new binding of a queue or an exchange. */
export function binding(around: Surroundings): fc.Arbitrary<Operation> {
	const headers = some(
		{
			'x-match': fc.constantFrom('all', 'any', 'all-with-x', 'any-with-x'),
			a: fc.constantFrom(1, '1', null, true),
			b: fc.constantFrom(2, 'two'),
			'x-c': fc.constantFrom(3, 4)
		},
		2
	);
	const wish = [
		exchange(around),
		fc.constantFrom(...bindingKeys),
		weighted<object>([3, fc.constant({})], [1, headers])
	];
	return weighted(
		[4, asked(around, 'bindQueue', queue(around), ...wish)],
		// Never into a predeclared exchange: such a binding would outlive the program.
		[1, asked(around, 'bindExchange', fc.constantFrom(...exchangeNames), ...wish)]
	);
}

function unbinding(bind: Operation): Operation {
	return { ...bind, do: bind.do === 'bindQueue' ? 'unbindQueue' : 'unbindExchange' } as Operation;
}

const channel = ({ channelCount }: Surroundings) => fc.nat({ max: channelCount - 1 });

function asked(
	around: Surroundings,
	what: AskedMethod,
	...args: readonly fc.Arbitrary<unknown>[]
): fc.Arbitrary<Operation> {
	return fc.tuple(channel(around), fc.tuple(...args)).map(([on, meant]) => ({
		do: what,
		on,
		args: meant
	}));
}

function plain(
	around: Surroundings,
	what: 'ackAll' | 'recover' | 'closeChannel' | 'closeConnection' | 'wait'
): fc.Arbitrary<Operation> {
	return channel(around).map((on) => ({ do: what, on }));
}

function queue({ plan }: Surroundings): fc.Arbitrary<string> {
	return weighted(
		[40, fc.constantFrom(...plan.queues.map(([name]) => name))],
		[2, fc.constantFrom('@0', '@1')],
		[1, fc.constantFrom('', ...queueNames)]
	);
}

function exchange({ plan }: Surroundings): fc.Arbitrary<string> {
	const planned = plan.exchanges.map(([name]) => name);
	return weighted(
		[20, fc.constantFrom(...(planned.length > 0 ? planned : predeclaredNames))],
		[6, fc.constantFrom(...predeclaredNames)],
		[1, fc.constantFrom('', ...exchangeNames)]
	);
}

function sendings(around: Surroundings): fc.Arbitrary<Operation> {
	const sending = {
		on: channel(around),
		count: weighted([2, fc.constant(1)], [1, fc.nat({ max: 4 })]),
		size: fc.constantFrom(0, 0, 0, 10),
		options: messageOptions(around.times)
	};
	const toExchange = fc.tuple(exchange(around), fc.constantFrom(...routingKeys));
	return weighted<Operation>(
		[12, fc.record({ do: fc.constant('sendToQueue'), args: fc.tuple(queue(around)), ...sending })],
		[10, fc.record({ do: fc.constant('publish'), args: toExchange, ...sending })],
		[1, fc.record({ do: fc.constant('reply'), ...sending })]
	);
}

const consumeOptions = fc
	.tuple(
		some({ noAck: rarely(3), exclusive: rarely(6), priority: fc.constantFrom(-1, 0, 5) }, 2),
		fc.constantFrom(...consumerTags),
		rarely(6)
	)
	.map(([options, consumerTag, isUnnamed]) => (isUnnamed ? options : { ...options, consumerTag }));

/** A new consumer. */
export function consuming(around: Surroundings): fc.Arbitrary<Operation> {
	return asked(around, 'consume', queue(around), consumeOptions);
}

function receivings(around: Surroundings): fc.Arbitrary<Operation> {
	const replies = fc.constant('amq.rabbitmq.reply-to');
	return weighted(
		[10, consuming(around)],
		[
			1,
			asked(
				around,
				'consume',
				replies,
				weighted([4, fc.constant({ noAck: true })], [1, consumeOptions])
			)
		],
		[3, asked(around, 'cancel', fc.constantFrom(...consumerTags))],
		[6, asked(around, 'get', queue(around), some({ noAck: rarely(2) }))],
		[4, asked(around, 'prefetch', fc.nat({ max: 3 }), rarely())]
	);
}

function settlings(around: Surroundings): fc.Arbitrary<Operation> {
	const on = channel(around);
	const settling = { on, pick: fc.nat({ max: 5 }), requeue: fc.boolean() };
	const any = fc.record({
		do: fc.constantFrom('ack', 'nack', 'reject'),
		...settling,
		multiple: rarely(3)
	});
	return weighted<Operation>(
		[30, any],
		[1, fc.record({ do: fc.constant('ack'), ...settling, again: fc.constant(true) })],
		[1, fc.record({ do: fc.constant('ackUnknown'), on, multiple: fc.boolean() })],
		[2, fc.record({ do: fc.constant('nackAll'), on, requeue: fc.boolean() })],
		[2, plain(around, 'ackAll')],
		[4, plain(around, 'recover')]
	);
}

function endings(around: Surroundings): fc.Arbitrary<Operation> {
	const condition = some({ ifUnused: rarely(2), ifEmpty: rarely(2) }, 2);
	return weighted(
		[3, plain(around, 'closeChannel')],
		[2, plain(around, 'closeConnection')],
		[2, asked(around, 'purgeQueue', queue(around))],
		[3, asked(around, 'deleteQueue', queue(around), condition)],
		[1, asked(around, 'deleteExchange', exchange(around), some({ ifUnused: fc.boolean() }))]
	);
}

function declarations(around: Surroundings): fc.Arbitrary<Operation> {
	const { plan, times } = around;
	const anyQueue = queueOptions(times);
	const planned = [
		...plan.queues.map((args) => ({ do: 'assertQueue' as const, args })),
		...plan.exchanges.map((args) => ({ do: 'assertExchange' as const, args }))
	];
	const again = fc
		.tuple(channel(around), fc.constantFrom(...planned))
		.map(([on, declaration]): Operation => ({ ...declaration, on }));
	return weighted(
		[3, asked(around, 'checkQueue', queue(around))],
		[3, asked(around, 'assertQueue', fc.constant(''), anyQueue)],
		[1, asked(around, 'assertQueue', fc.constantFrom(...queueNames), anyQueue)],
		[5, again],
		[
			1,
			asked(
				around,
				'assertExchange',
				fc.constantFrom(...exchangeNames),
				exchangeType,
				exchangeOptions
			)
		],
		[1, asked(around, 'checkExchange', exchange(around))]
	);
}
