// The words about how a message was routed: exchange by exchange, binding by binding. Chinese: zh/journey.ts.
import type { BindingVerdict } from '#broker';
import { Texts } from './texts.svelte.ts';

const english = {
	why: 'Why is this here?',
	queueOf: (queue: string, owner: string) => `${queue} of ${owner}`,
	exchange: (name: string) => (name === '' ? 'the default exchange' : `the exchange ${name}`),
	defaultExchange: 'default exchange',
	byName: (queues: readonly string[], isThere: boolean) =>
		`${isThere ? 'It went to' : 'It is on its way to'} ${queues.join(' and ')}: the routing key is the name of the queue.`,
	byBindings: (queues: readonly string[], matched: number, isThere: boolean) =>
		`${isThere ? 'It went to' : 'It is on its way to'} ${queues.join(' and ')}: ${matched === 1 ? 'one binding matches' : `${String(matched)} bindings match`}.`,
	ahead: 'It is still on its way. What becomes of it:',
	ends: {
		queued: '',
		dropped: 'No queue took it: no binding matched. The broker dropped it, and nobody was told.',
		returned:
			'No queue took it: no binding matched. It was mandatory, so it went back to its publisher.',
		'handed over directly': 'It is a direct reply: the broker handed it to the channel that asked.',
		refused: 'The broker did not let it in.'
	},
	found: (keys: readonly string[]) =>
		`It looks for a queue called ${keys.map((key) => `“${key}”`).join(' and ')}, and finds it.`,
	notFound: (keys: readonly string[], queues: readonly string[]) =>
		`It looks for a queue called ${keys.map((key) => `“${key}”`).join(' and ')}. There is none; there is ${queues.length === 0 ? 'no queue at all' : queues.join(', ')}.`,
	directAddress: 'The routing key is a direct reply address.',
	routingKey: 'routing key',
	empty: '(empty)',
	nothingBound: 'Nothing is bound to this exchange at this moment.',
	bindingsOf: (exchange: string) => `Bindings of ${exchange}`,
	matched: 'Matched:',
	notMatched: 'Did not match:',
	destination: (kind: string, name: string) => `${kind} ${name}`,
	/** Why a binding took the message or not. */
	verdict: (verdict: BindingVerdict, _keys: readonly string[], _kind: string): string =>
		verdict.why,
	alternate: (exchange: string) => `None matched, so its alternate exchange gets it: ${exchange}.`,
	deaths: 'Its way as a dead letter',
	death: (queue: string, reason: string, exchange: string, into: readonly string[]) =>
		`died in ${queue} (${reason}), by ${exchange} to ${into.join(', ') || 'no queue'}`,
	header: (counts: readonly { queue: string; reason: string; count: number }[]) =>
		`The header x-death now says: ${counts.map(({ queue, reason, count }) => `${reason} in ${queue} ${String(count)}×`).join(', ')}.`
};

export type JourneyWords = typeof english;
export const journeyWords = new Texts(english, () => import('./zh/journey.ts'));
