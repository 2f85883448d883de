// The types an exchange may have, and how RabbitMQ words it when one is not among them: a word its runtime happens to know
// reads `invalid`, any other `unknown`.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange.erl (check_type); the words by asking a broker.
// Differs: of the many words the runtime knows only those that somebody might take for an exchange type are listed.
import type { ExchangeType } from './definitions.ts';
import { refusal, type Refusal } from './errors.ts';

const types: readonly string[] = ['direct', 'fanout', 'topic', 'headers'] satisfies ExchangeType[];

const wordsOfTheRuntime: ReadonlySet<string> = new Set(
	(
		'all amqp and any array auto balance bar basic bind binding bindings boolean broadcast call callback channel ' +
		'channels classic client close cluster connection consistent consumer consumers create data dead ' +
		'default delay delete dlx durable dynamic email error event events exchange exchanges exclusive external false ' +
		'federation file first foo get global group groups hash header host http in info integer internal invalid job ' +
		'json key keys last lazy list load local log logger mail map match message messages metrics multicast name names ' +
		'new node none normal notify null number object ok old one open order orders partition pattern primary priority ' +
		'private public publish push put queue queues quorum rabbit rabbitmq random read receive regex regular reply ' +
		'request response retry round route rpc schedule secondary send server service services set simple standard ' +
		'start static stop stream string subscribe super system tcp test text time timer trace transient true ttl type ' +
		'types undefined update user users value values warning wildcard work worker workers write x'
	).split(' ')
);

/** Why this is no type of an exchange, or undefined. A connection error. */
export function exchangeTypeFault(type: string): Refusal | undefined {
	if (types.includes(type)) return undefined;
	const word = type === '' || wordsOfTheRuntime.has(type) ? 'invalid' : 'unknown';
	return refusal(503, `${word} exchange type '${type}'`, 'exchange.declare');
}
