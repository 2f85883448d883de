// Small pieces of sentences, shared by everything that describes events: quoted texts, shortened names, times, counts.
import type { Micros } from '#kernel';
import type { WireMessage } from './wire-message.ts';
import { requestWords, spaced, type Flight } from './trace-index.ts';

/** Longer names are shortened in the middle. */
const nameCharactersMax = 28;
/** Longer contents are cut at the end. */
const contentCharactersMax = 60;

/** A generated name with its middle left out; short ones as they are. */
export function shortName(name: string): string {
	if (name.length <= nameCharactersMax) return name;
	return `${name.slice(0, 12)}\u2026${name.slice(-6)}`;
}

/** Content cut after 60 characters, on one line. */
export function shortContent(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= contentCharactersMax
		? line
		: `${line.slice(0, contentCharactersMax - 1)}\u2026`;
}

/** Content in quotation marks. */
export function quoted(text: string): string {
	return `"${shortContent(text)}"`;
}

/** `1 message`, `3 messages`. */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

/** Milliseconds with two places and the unit: `512.34 ms`. */
export function milliseconds(us: Micros): string {
	const hundredths = Math.round(us / 10);
	const sign = hundredths < 0 ? '-' : '';
	const whole = Math.floor(Math.abs(hundredths) / 100);
	const rest = String(Math.abs(hundredths) % 100).padStart(2, '0');
	return `${sign}${whole}.${rest} ms`;
}

/** Ends with exactly one full stop. */
export function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** With a capital letter in front. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A message that travels, in a few words. */
export function flightWords(flight: Flight): string {
	return messageWords(flight.link.protocol, flight.message, flight.answers);
}

/** A message in a few words: `the request "35" for rpc_queue`. `answers`: what a reply replies to, if known. */
export function messageWords(
	protocol: string,
	message: WireMessage,
	answers: string | null
): string {
	switch (protocol) {
		case 'amqp':
			return amqpWords(message);
		case 'pomelo-rpc':
			if (message.method === 'request') return shortContent(requestWords(message));
			return `${answerWords(message)}${answers === null ? '' : ` to ${shortContent(answers)}`}`;
		case 'pomelo-client':
			return clientWords(message, answers);
		case 'pomelo-monitor':
			return monitorWords(message);
		default:
			return message.method;
	}
}

function answerWords(message: WireMessage): string {
	const body = message.body ?? '';
	const inside = body.startsWith('[') && body.endsWith(']') ? body.slice(1, -1) : body;
	return inside === '' ? 'an empty answer' : `the answer ${shortContent(spaced(inside))}`;
}

function clientWords(message: WireMessage, answers: string | null): string {
	const route = String(message.fields['route'] ?? '');
	const content = message.body === null ? '' : ` ${shortContent(message.body)}`;
	switch (message.method) {
		case 'request':
			return `the request ${route}${content}`;
		case 'response':
			return `the answer${content}${answers === null ? '' : ` to ${answers}`}`;
		case 'notify':
			return `the notification ${route}${content}`;
		case 'push':
			return `the push ${route}${content}`;
		default:
			return `a ${message.method}`;
	}
}

const monitorNews: Readonly<Record<string, string>> = {
	expect: 'how many servers to wait for',
	register: 'its registration',
	started: 'the news that it has started',
	list: 'the list of servers',
	add: 'the news of a server that joined',
	remove: 'the news of a server that left',
	'start-all': 'the news that all servers are up'
};

function monitorWords(message: WireMessage): string {
	return monitorNews[message.method] ?? `an administration message (${message.method})`;
}

function amqpWords(message: WireMessage): string {
	const { method, fields } = message;
	switch (method) {
		case 'basic.publish':
			return `${contentWords(message)} ${destinationWords(fields['exchange'], fields['routingKey'])}`;
		case 'basic.deliver':
		case 'basic.get-ok':
			return `${contentWords(message)}${fields['redelivered'] === true ? ' again' : ''}`;
		case 'basic.return':
			return `the message ${quoted(message.body ?? '')}, which no queue took, back`;
		case 'basic.ack':
			return `an acknowledgement of ${deliveries(fields)}`;
		case 'basic.nack':
		case 'basic.reject':
			return `a refusal of ${deliveries(fields)}${fields['requeue'] === true ? ', to be queued again' : ''}`;
		case 'protocol-header':
			return 'its wish to speak AMQP 0-9-1';
		case 'channel.close':
		case 'connection.close': {
			const text = fields['text'];
			return text === undefined ? method : `${method}: ${String(text)}`;
		}
		default: {
			const first =
				fields['queue'] ?? fields['exchange'] ?? fields['consumerTag'] ?? fields['vhost'];
			return first === undefined ? method : `${method} (${shortName(String(first))})`;
		}
	}
}

function deliveries(fields: WireMessage['fields']): string {
	const tag = String(fields['deliveryTag'] ?? '');
	return fields['multiple'] === true ? `all deliveries up to ${tag}` : `delivery ${tag}`;
}

function contentWords(message: WireMessage): string {
	const noun =
		message.shape === 'request' ? 'request' : message.shape === 'reply' ? 'reply' : 'message';
	return `the ${noun} ${quoted(message.body ?? '')}`;
}

type FieldValue = string | number | boolean | undefined;

/** Where a published message is meant to go. */
export function destinationWords(exchange: FieldValue, routingKey: FieldValue): string {
	const key = shortName(String(routingKey ?? ''));
	if (exchange === undefined || exchange === '') return `for the queue ${key}`;
	return `for the exchange ${String(exchange)} with the routing key ${key === '' ? '(empty)' : key}`;
}
