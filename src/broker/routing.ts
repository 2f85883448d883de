// Which bindings of an exchange a message matches. Pure; the exchange actor and the inspector both ask here.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_exchange_type_{direct,fanout,topic,headers}.erl.
import type { Binding, ExchangeType } from './definitions.ts';
import { explainHeaders, headersMatch } from './headers-match.ts';
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

/** What an exchange says of one of its bindings and a message. */
export interface BindingVerdict {
	readonly binding: Binding;
	readonly matched: boolean;
	/** A sentence for a person. */
	readonly why: string;
}

/** Each binding with the reason why it matched or did not: for the inspector, not for routing. */
export function explainBindings(
	type: ExchangeType,
	bindings: readonly Binding[],
	keys: readonly string[],
	message: Message
): readonly BindingVerdict[] {
	const matching = matchingBindings(type, bindings, keys, message);
	return bindings.map((binding) => {
		const matched = matching.includes(binding);
		return { binding, matched, why: reason(type, binding, keys, message, matched) };
	});
}

function reason(
	type: ExchangeType,
	binding: Binding,
	keys: readonly string[],
	message: Message,
	matched: boolean
): string {
	const routing = keys.map((key) => `"${key}"`).join(' and ');
	switch (type) {
		case 'fanout':
			return 'A fanout exchange sends every message to every binding.';
		case 'direct':
			return matched
				? `The routing key is the binding key "${binding.key}".`
				: `The routing key ${routing} is not the binding key "${binding.key}".`;
		case 'topic':
			return matched
				? `The routing key ${routing} fits the pattern "${binding.key}".`
				: `The routing key ${routing} does not fit the pattern "${binding.key}".`;
		case 'headers': {
			const binds = parseTable(binding.arguments);
			return explainHeaders(binds, parseTable(message.properties.headers), matched);
		}
	}
}
