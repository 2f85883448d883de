// What errors, returns, confirms and ends of messages mean, and what one could try. Which of it fits an event:
// inspector/event-advice.ts. Chinese: zh/advice.ts.
import { Texts } from './texts.svelte.ts';

interface Meant {
	readonly meaning: string;
	readonly attempt: string;
}

const english = {
	/** By a part of the broker's own sentence. */
	byText: {
		'inequivalent arg': {
			meaning:
				'The queue or exchange is there already, declared in another way. Its properties never change while it lives.',
			attempt:
				'Declare it with the same options everywhere, delete it first, or choose another name.'
		},
		'unknown delivery tag': {
			meaning:
				'The delivery was acknowledged before, or on another channel. A delivery tag counts on its own channel only.',
			attempt:
				'Acknowledge each message once, on the channel that delivered it, and not at all with noAck.'
		},
		'fast reply consumer': {
			meaning:
				'Direct reply-to needs a consumer of amq.rabbitmq.reply-to on the channel that asks, before it asks.',
			attempt: 'Consume from amq.rabbitmq.reply-to with noAck first, on the same channel.'
		},
		'no exchange': {
			meaning: 'Something was published or bound to an exchange that does not exist.',
			attempt: 'Declare it first with assertExchange, and look at the spelling.'
		},
		'no queue': {
			meaning: 'There is no queue of this name (any more).',
			attempt:
				'Declare it first with assertQueue. Exclusive queues go with their connection, auto-delete ones with their last consumer.'
		},
		'in exclusive use': {
			meaning: 'Another consumer has the queue for itself.',
			attempt: 'Consume without { exclusive: true }, or wait until the other one is gone.'
		}
	} satisfies Record<string, Meant>,
	/** By the code of the error. */
	byCode: {
		311: {
			meaning: 'The message is larger than the broker takes.',
			attempt: 'Send less, or a reference to it.'
		},
		320: {
			meaning: 'The broker is shutting down or somebody closed the connection there.',
			attempt: 'Connect again after a pause; declare again what was not durable.'
		},
		403: {
			meaning:
				'The broker does not allow this: wrong password, a name that begins with "amq.", or an internal exchange.',
			attempt: 'Look at user and password in the address, and choose another name.'
		},
		404: {
			meaning: 'What was asked for does not exist.',
			attempt: 'Declare it first, and look at the spelling.'
		},
		405: {
			meaning: 'The queue belongs to another connection alone (exclusive).',
			attempt: 'Use it from the connection that declared it, or declare it without exclusive.'
		},
		406: {
			meaning: 'What was asked for does not fit the state of things.',
			attempt: 'Compare the value in the sentence with how it was declared.'
		},
		501: {
			meaning: 'The broker could not read a frame.',
			attempt: 'This is rarely the program’s own fault.'
		},
		503: {
			meaning: 'The broker does not know this command here.',
			attempt: 'Look at the options of the call.'
		},
		504: {
			meaning: 'A channel was used that is not open.',
			attempt: 'Do not use a channel after it was closed.'
		},
		530: {
			meaning:
				'The broker does not allow this, e.g. a consumer tag used twice or an unknown virtual host.',
			attempt: 'Look at the value in the sentence.'
		},
		540: {
			meaning: 'RabbitMQ does not offer this.',
			attempt: 'Look for another way, e.g. prefetch instead of flow.'
		},
		541: {
			meaning: 'Something in the broker broke over this.',
			attempt: 'Look at what was sent just before, e.g. a made-up reply address.'
		}
	} satisfies Record<number, Meant>,
	refused: 'The broker refuses this.',
	scopes: {
		channel: (client: string) =>
			`The broker closes this channel of ${client}; its other channels go on. What was not acknowledged on it goes back to its queues, and amqplib emits 'error' on the channel.`,
		connection: (client: string) =>
			`The broker closes the whole connection of ${client} with all its channels; its exclusive queues go, and amqplib emits 'error' on the connection.`
	},
	/** Two sentences in a row. */
	both: (first: string, second: string) => `${first} ${second}`,
	theClient: 'the client',
	itsPublisher: 'its publisher',

	returned: (client: string) =>
		`No queue took the message. It was published as mandatory, so the broker sends it back to ${client}, where the channel emits 'return'.`,
	returnedAttempt:
		'Bind a queue with a key that fits, or give the exchange an alternate exchange. See below why no binding matched.',
	lost: 'No queue took the message, and it was not published as mandatory: it is gone, and nobody is told. A publisher confirm would say "taken" all the same.',
	lostAttempt:
		'Publish with { mandatory: true } to hear of it, bind a queue with a key that fits, or give the exchange an alternate exchange.',
	confirmed:
		'On a confirm channel the broker answers each message. This answer says that it has dealt with the message: every queue it was routed to has it, or no queue wanted it.',
	notConfirmed:
		'The broker did not take the message: a queue refused it. The callback of publish gets an error, and waitForConfirms rejects.',
	notConfirmedAttempt:
		'Publish it again later, make room in the queue, or let the oldest message go instead (x-overflow: drop-head).',
	newcomerRefused:
		'The queue has reached its length limit and is told to refuse newcomers (x-overflow: reject-publish). On a confirm channel the publisher gets a nack.',
	endsHere: 'The message ends here: the queue has no dead-letter exchange that could take it.',
	keepRejected: 'Give the queue a dead-letter exchange (deadLetterExchange) to keep such messages.',
	makeRoom: 'Raise the limit, add consumers, or give the queue a dead-letter exchange.',
	requeued:
		'The messages go back to their old places in the queue and are handed out again, marked as redelivered.',
	whyRejected: 'A consumer refused it and did not want it queued again',
	whyOwnExpiration: 'It waited longer than its own expiration allows',
	whyTtl: (ttl: string) => `It waited longer than the queue allows (x-message-ttl: ${ttl})`,
	gone: (why: string) => `${why}. The queue has no dead-letter exchange, so the message is gone.`,
	goneAttempt: 'Declare the queue with deadLetterExchange to keep such messages.',
	/** `exchange` and `key` as they were declared; '' is the default exchange, null keeps the old key. */
	deadLettered: (why: string, exchange: string, key: string | null) =>
		`${why}. The queue hands it to its dead-letter exchange, ${exchange === '' ? 'the default exchange' : `the exchange ${exchange}`}, ${key === null ? 'under its old routing key' : `under the routing key ${key}`}; the header x-death keeps count.`
};

export type AdviceWords = typeof english;
export const adviceWords = new Texts(english, () => import('./zh/advice.ts'));
