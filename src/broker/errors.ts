// What the broker refuses, in RabbitMQ's own sentences. A refusal is an event for the client, never an exception here.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src: rabbit_channel.erl, rabbit_amqqueue.erl, rabbit_misc.erl.
import { replyWords, type MethodName, type ReplyCode } from './reply-codes.ts';

/** Why an operation was refused: code, the broker's sentence, and the method it was about. */
export interface Refusal {
	readonly code: ReplyCode;
	/** The whole reply text, e.g. `NOT_FOUND - no queue 'q' in vhost '/'`. */
	readonly text: string;
	readonly method: MethodName;
}

/** Builds a refusal; the code's word is put before the sentence. */
export function refusal(code: ReplyCode, sentence: string, method: MethodName): Refusal {
	return { code, text: `${replyWords[code]} - ${sentence}`, method };
}

/** Codes that end the whole connection; the others end the channel. */
export function endsConnection(code: ReplyCode): boolean {
	return code === 320 || code >= 500;
}

export function noQueue(name: string, method: MethodName): Refusal {
	return refusal(404, `no queue '${name}' in vhost '/'`, method);
}

export function noExchange(name: string, method: MethodName): Refusal {
	return refusal(404, `no exchange '${name}' in vhost '/'`, method);
}

export function lockedQueue(name: string, method: MethodName): Refusal {
	return refusal(
		405,
		`cannot obtain exclusive access to locked queue '${name}' in vhost '/'. It could be originally declared on ` +
			'another connection or the exclusive property value does not match that of the original declaration.',
		method
	);
}

export function unknownDeliveryTag(tag: number, method: MethodName): Refusal {
	return refusal(406, `unknown delivery tag ${String(tag)}`, method);
}
