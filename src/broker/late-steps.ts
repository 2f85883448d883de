// The broker's steps as a run knows them. What they do comes in a file of its own (steps.ts), 19 kB compressed that a run in
// which nobody connects to the broker, as most of Pomelo's, goes without.
// That is about code, not about state: which steps are here changes nothing of what they do.
import { assert } from '#kernel';
import type { BrokerEvent } from './events.ts';
import { newExchange, newVhost } from './newly-made.ts';
import type * as Steps from './steps.ts';

let steps: typeof Steps | undefined;

/** Hands over the steps, from where on the broker does what it does. */
export function provideBroker(from: typeof Steps): void {
	steps = from;
}

/** With these it begins; whatever else the broker is told follows from one of them. */
const beginnings: ReadonlySet<string> = new Set<BrokerEvent['kind']>([
	'connection.accepted',
	'vhost.alarm',
	'vhost.stopping',
	'vhost.stopped',
	'vhost.started'
]);

/** Are the steps to be provided before an event of this kind? Never again once they are. */
export function needsBroker(kind: string): boolean {
	return steps === undefined && beginnings.has(kind);
}

function provided(): typeof Steps {
	assert(steps, 'the broker is provided before somebody connects to it');
	return steps;
}

// Written out one by one: a call that always leads to the same step costs nothing, and messages pass here by the thousand.
const connection: typeof Steps.connectionStep = (state, event) =>
	provided().connectionStep(state, event);
const channel: typeof Steps.amqpChannelStep = (state, event) =>
	provided().amqpChannelStep(state, event);
const queue: typeof Steps.queueStep = (state, event) => provided().queueStep(state, event);
const vhost: typeof Steps.vhostStep = (state, event) =>
	event.kind === 'vhost.created' ? newVhost(event.data) : provided().vhostStep(state, event);
const exchange: typeof Steps.exchangeStep = (state, event) =>
	event.kind === 'exchange.declared'
		? newExchange(event.data)
		: provided().exchangeStep(state, event);

/** Step functions by actor kind, for the actor system and for the fold. */
export const brokerLogic = { connection, channel, vhost, exchange, queue } as const;

/** What a client's frame tells whom. */
export const decodeFrame: typeof Steps.decodeFrame = (number, payload) =>
	provided().decodeFrame(number, payload);
