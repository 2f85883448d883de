// Why each binding of an exchange took a message or did not: for a person, not for routing. Word by word for topic
// exchanges, header by header for headers exchanges. Pure. The rules themselves are in routing.ts and what it asks.
import type { Binding, ExchangeType } from './definitions.ts';
import { fieldMatches, wantedFields, wantsAny } from './headers-match.ts';
import type { Message } from './message.ts';
import { matchingBindings } from './routing.ts';
import { field, parseTable, type Table } from './table.ts';
import { topicMatches } from './topic-pattern.ts';

/** A piece of what a binding asks for beside what the message has. */
export interface Comparison {
	/** A word of the pattern, a whole key, or `header = value`; '' when the pattern has no word there. */
	readonly wanted: string;
	/** The words or the value in its place; '' for none. */
	readonly found: string;
	readonly fits: boolean;
}

/** What an exchange says of one of its bindings and a message. */
export interface BindingVerdict {
	readonly binding: Binding;
	readonly matched: boolean;
	/** A sentence for a person. */
	readonly why: string;
	/** Piece by piece; none for a fanout exchange, which compares nothing. */
	readonly compared: readonly Comparison[];
}

/** Each binding with the reason why it matched or did not, in order of binding. */
export function explainBindings(
	type: ExchangeType,
	bindings: readonly Binding[],
	keys: readonly string[],
	message: Message
): readonly BindingVerdict[] {
	const matching = matchingBindings(type, bindings, keys, message);
	return bindings.map((binding) => {
		const matched = matching.includes(binding);
		return { binding, matched, ...explain(type, binding, keys, message, matched) };
	});
}

function explain(
	type: ExchangeType,
	binding: Binding,
	keys: readonly string[],
	message: Message,
	matched: boolean
): Pick<BindingVerdict, 'why' | 'compared'> {
	const routing = keys.map((key) => `"${key}"`).join(' and ');
	switch (type) {
		case 'fanout':
			return { why: 'A fanout exchange sends every message to every binding.', compared: [] };
		case 'direct': {
			const found = keys.find((key) => key === binding.key) ?? keys[0] ?? '';
			const why = matched
				? `The routing key is the binding key "${binding.key}".`
				: `The routing key ${routing} is not the binding key "${binding.key}".`;
			return { why, compared: [{ wanted: binding.key, found, fits: matched }] };
		}
		case 'topic': {
			const key = keys.find((candidate) => topicMatches(binding.key, candidate)) ?? keys[0] ?? '';
			const compared = compareTopic(binding.key, key);
			const why = matched
				? `The routing key ${routing} fits the pattern "${binding.key}".`
				: `The routing key ${routing} does not fit the pattern "${binding.key}": ${misfit(compared)}.`;
			return { why, compared };
		}
		case 'headers':
			return explainHeaders(
				parseTable(binding.arguments),
				parseTable(message.properties.headers),
				matched
			);
	}
}

/** The words of a pattern with the words of a key that stand in their place. */
export function compareTopic(pattern: string, key: string): readonly Comparison[] {
	const wanted = pattern === '' ? [] : pattern.split('.');
	const words = key === '' ? [] : key.split('.');
	const counts = wordCounts(wanted, words);
	if (counts !== null) {
		let at = 0;
		return wanted.map((word, index) => {
			const found = words.slice(at, (at += counts[index] ?? 1)).join('.');
			return { wanted: word, found, fits: true };
		});
	}
	const hash = wanted.indexOf('#');
	if (hash < 0) return wordByWord(wanted, words);
	// What stands before the first hash is compared from the left, what stands behind it from the right.
	const before = wordByWord(wanted.slice(0, hash), words.slice(0, hash));
	const behind = wanted.slice(hash + 1);
	const rest = words.slice(hash);
	const tail = behind.length === 0 ? [] : rest.slice(-behind.length);
	const middle = rest.slice(0, rest.length - tail.length).join('.');
	return [...before, { wanted: '#', found: middle, fits: true }, ...wordByWord(behind, tail)];
}

/** How many words each word of a pattern takes; null when the key does not fit. */
function wordCounts(wanted: readonly string[], words: readonly string[]): readonly number[] | null {
	const [first, ...others] = wanted;
	if (first === undefined) return words.length === 0 ? [] : null;
	if (first !== '#') {
		if (words.length === 0 || (first !== '*' && first !== words[0])) return null;
		const rest = wordCounts(others, words.slice(1));
		return rest === null ? null : [1, ...rest];
	}
	for (let count = 0; count <= words.length; count++) {
		const rest = wordCounts(others, words.slice(count));
		if (rest !== null) return [count, ...rest];
	}
	return null;
}

function wordByWord(wanted: readonly string[], words: readonly string[]): readonly Comparison[] {
	return Array.from({ length: Math.max(wanted.length, words.length) }, (_, index) => {
		const asked = wanted[index] ?? '';
		const found = words[index] ?? '';
		const isThere = index < wanted.length && index < words.length;
		const fits = isThere && (asked === '*' || asked === '#' || asked === found);
		return { wanted: asked, found, fits };
	});
}

/** The first thing that does not fit, in words. */
function misfit(compared: readonly Comparison[]): string {
	const first = compared.find(({ fits }) => !fits);
	if (first === undefined) return 'there is no way to share out its words';
	const { wanted, found } = first;
	if (found === '') return `nothing stands where it asks for "${wanted}"`;
	if (wanted === '') return `"${found}" is one word too many`;
	return `it asks for "${wanted}" where the key has "${found}"`;
}

function explainHeaders(
	binding: Table,
	headers: Table,
	matched: boolean
): Pick<BindingVerdict, 'why' | 'compared'> {
	const wanted = wantedFields(binding);
	const compared = wanted.map((argument) => {
		const [name, type, value] = argument;
		const found = field(headers, name);
		return {
			wanted: type === 'V' ? name : `${name} = ${String(value)}`,
			found: found === undefined ? '' : String(found[2]),
			fits: fieldMatches(argument, headers)
		};
	});
	if (wanted.length === 0) {
		const why = matched
			? 'The binding asks for no header.'
			: 'The binding accepts any of no headers.';
		return { why, compared };
	}
	const names = wanted
		.filter((argument) => fieldMatches(argument, headers) === matched)
		.map(([key]) => `"${key}"`)
		.join(', ');
	if (wantsAny(binding)) {
		const why = matched
			? `One of the headers is as asked: ${names}.`
			: `None of these is as asked: ${names}.`;
		return { why, compared };
	}
	const why = matched ? `All headers are as asked: ${names}.` : `Missing or different: ${names}.`;
	return { why, compared };
}
