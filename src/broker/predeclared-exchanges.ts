// The exchanges every virtual host begins with.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_vhost.erl (do_add).
import type { ExchangeDefinition, ExchangeType } from './definitions.ts';

function builtIn(name: string, type: ExchangeType, internal = false): ExchangeDefinition {
	return {
		name,
		type,
		durable: true,
		autoDelete: false,
		internal,
		arguments: null,
		alternate: null
	};
}

export const predeclaredExchanges: readonly ExchangeDefinition[] = [
	builtIn('', 'direct'),
	builtIn('amq.direct', 'direct'),
	builtIn('amq.fanout', 'fanout'),
	builtIn('amq.topic', 'topic'),
	builtIn('amq.headers', 'headers'),
	builtIn('amq.match', 'headers'),
	builtIn('amq.rabbitmq.trace', 'topic', true)
];
