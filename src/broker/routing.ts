// Which bindings of an exchange a message matches. Pure. Why, in words, is said in explain-bindings.ts.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange_type_{direct,fanout,topic,headers}.erl.
import type { Binding, ExchangeType } from './definitions.ts';
import { headersMatch } from './headers-match.ts';
import type { Message } from './message.ts';
import { parseTable } from './table.ts';
import { topicMatches } from './topic-pattern.ts';

/** The bindings a message matches by any of its keys, in order of binding. */
export function matchingBindings(
	type: ExchangeType,
	bindings: readonly Binding[],
	keys: readonly string[],
	message: Message
): readonly Binding[] {
	switch (type) {
		case 'fanout':
			return bindings;
		case 'direct':
			return bindings.filter((binding) => keys.includes(binding.key));
		case 'topic':
			return bindings.filter((binding) => keys.some((key) => topicMatches(binding.key, key)));
		case 'headers': {
			const headers = parseTable(message.properties.headers);
			return bindings.filter((binding) => headersMatch(parseTable(binding.arguments), headers));
		}
	}
}

/** Bindings are the same when exchange, destination, key and arguments are. */
export function sameBinding(a: Binding, b: Binding): boolean {
	return (
		a.source === b.source &&
		a.destination === b.destination &&
		a.key === b.key &&
		a.arguments === b.arguments
	);
}
