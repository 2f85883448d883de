// What RabbitMQ's error codes mean and what to try. One table; the broker's own sentence is shown with it.
// Source: https://www.rabbitmq.com/docs/channels#error-handling, AMQP 0-9-1 specification 1.2 (reply codes).
import type { Advice } from './event-advice.ts';

/** What is wrong and what to try, by a part of the broker's sentence; the first that fits counts. */
const byText: readonly (readonly [part: string, meaning: string, attempt: string])[] = [
	[
		'inequivalent arg',
		'The queue or exchange is there already, declared in another way. Its properties never change while it lives.',
		'Declare it with the same options everywhere, delete it first, or choose another name.'
	],
	[
		'unknown delivery tag',
		'The delivery was acknowledged before, or on another channel. A delivery tag counts on its own channel only.',
		'Acknowledge each message once, on the channel that delivered it, and not at all with noAck.'
	],
	[
		'fast reply consumer',
		'Direct reply-to needs a consumer of amq.rabbitmq.reply-to on the channel that asks, before it asks.',
		'Consume from amq.rabbitmq.reply-to with noAck first, on the same channel.'
	],
	[
		'no exchange',
		'Something was published or bound to an exchange that does not exist.',
		'Declare it first with assertExchange, and look at the spelling.'
	],
	[
		'no queue',
		'There is no queue of this name (any more).',
		'Declare it first with assertQueue. Exclusive queues go with their connection, auto-delete ones with their last consumer.'
	],
	[
		'in exclusive use',
		'Another consumer has the queue for itself.',
		'Consume without { exclusive: true }, or wait until the other one is gone.'
	]
];

const byCode: Readonly<Record<number, readonly [meaning: string, attempt: string]>> = {
	311: ['The message is larger than the broker takes.', 'Send less, or a reference to it.'],
	320: [
		'The broker is shutting down or somebody closed the connection there.',
		'Connect again after a pause; declare again what was not durable.'
	],
	403: [
		'The broker does not allow this: wrong password, a name that begins with "amq.", or an internal exchange.',
		'Look at user and password in the address, and choose another name.'
	],
	404: ['What was asked for does not exist.', 'Declare it first, and look at the spelling.'],
	405: [
		'The queue belongs to another connection alone (exclusive).',
		'Use it from the connection that declared it, or declare it without exclusive.'
	],
	406: [
		'What was asked for does not fit the state of things.',
		'Compare the value in the sentence with how it was declared.'
	],
	501: ['The broker could not read a frame.', 'This is rarely the program’s own fault.'],
	503: ['The broker does not know this command here.', 'Look at the options of the call.'],
	504: ['A channel was used that is not open.', 'Do not use a channel after it was closed.'],
	530: [
		'The broker does not allow this, e.g. a consumer tag used twice or an unknown virtual host.',
		'Look at the value in the sentence.'
	],
	540: ['RabbitMQ does not offer this.', 'Look for another way, e.g. prefetch instead of flow.'],
	541: [
		'Something in the broker broke over this.',
		'Look at what was sent just before, e.g. a made-up reply address.'
	]
};

const scopes = {
	channel: (client: string) =>
		`The broker closes this channel of ${client}; its other channels go on. What was not acknowledged on it goes back to its queues, and amqplib emits 'error' on the channel.`,
	connection: (client: string) =>
		`The broker closes the whole connection of ${client} with all its channels; its exclusive queues go, and amqplib emits 'error' on the connection.`
} as const;

/** The advice for an error of a channel or connection. `text`: the broker's sentence. */
export function adviceForError(
	code: number,
	text: string,
	scope: 'channel' | 'connection',
	client: string
): Advice {
	const known = byText.find(([part]) => text.includes(part))?.slice(1) ?? byCode[code];
	const [meaning = 'The broker refuses this.', attempt = null] = known ?? [];
	return { meaning: `${meaning} ${scopes[scope](client)}`, attempt, tone: 'problem' };
}
