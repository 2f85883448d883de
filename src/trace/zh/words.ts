// 句子的小部件：引文、投递标签、线路上的消息。与语言无关的部分在 ../words.ts。
import { actorName } from '#kernel';
import type { ActorId } from '#kernel/events';
import { requestWords, spaced, type Flight, type TraceIndex } from '../trace-index.ts';
import type { WireMessage } from '../wire-message.ts';
import { shortContent, shortName } from '../words.ts';

/** Content in Chinese quotation marks. */
export function quoted(text: string): string {
	return `“${shortContent(text)}”`;
}

/** Ends with exactly one full stop. */
export function sentence(text: string): string {
	return /[。！？]$/.test(text) ? text : `${text.replace(/[.!?]$/, '')}。`;
}

export function clientOf(actor: ActorId, index: TraceIndex): string {
	return index.client(actor) ?? '某个客户端';
}

/** A queue's name; whose it is when it belongs to one process. */
export function queueWords(queue: string, index: TraceIndex): string {
	const owner = index.ownerOfQueue(queue);
	return owner === undefined ? `队列 ${shortName(queue)}` : `${owner} 的队列 ${shortName(queue)}`;
}

export function exchangeWords(name: string): string {
	return name === '' ? '默认交换机' : `交换机 ${name}`;
}

export function bindingActorWords(actor: ActorId): string {
	return shortName(actorName(actor));
}

export function keyWords(key: string): string {
	return key === '' ? '空路由键' : `路由键 ${shortName(key)}`;
}

export function tagWords(tag: number | string, multiple: boolean): string {
	return multiple ? `投递 ${String(tag)} 及之前的所有投递` : `投递 ${String(tag)}`;
}

/** A message that travels, in a few words. */
export function flightWords(flight: Flight): string {
	return messageWords(flight.link.protocol, flight.message, flight.answers);
}

/** A message in a few words. `answers`: what a reply replies to, if known. */
export function messageWords(
	protocol: string,
	message: WireMessage,
	answers: string | null
): string {
	switch (protocol) {
		case 'amqp':
			return amqpWords(message);
		case 'pomelo-rpc':
			if (message.method === 'request') return `调用 ${shortContent(requestWords(message))}`;
			return answers === null
				? replyWords(message)
				: `对 ${shortContent(answers)} 的${replyWords(message)}`;
		case 'pomelo-client':
			return clientWords(message, answers);
		case 'pomelo-monitor':
			return monitorNews[message.method] ?? `管理消息（${message.method}）`;
		default:
			return message.method;
	}
}

function replyWords(message: WireMessage): string {
	const body = message.body ?? '';
	const inside = body.startsWith('[') && body.endsWith(']') ? body.slice(1, -1) : body;
	return inside === '' ? '空回复' : `回复 ${shortContent(spaced(inside))}`;
}

function clientWords(message: WireMessage, answers: string | null): string {
	const route = String(message.fields['route'] ?? '');
	const content = message.body === null ? '' : ` ${shortContent(message.body)}`;
	switch (message.method) {
		case 'request':
			return `请求 ${route}${content}`;
		case 'response':
			return `${answers === null ? '' : `对 ${answers} 的`}回复${content}`;
		case 'notify':
			return `通知 ${route}${content}`;
		case 'push':
			return `推送 ${route}${content}`;
		case 'handshake':
			return '握手消息';
		case 'handshake-ack':
			return '握手确认';
		case 'heartbeat':
			return '心跳';
		case 'kick':
			return '踢下线消息';
		default:
			return `${message.method} 消息`;
	}
}

const monitorNews: Readonly<Record<string, string>> = {
	expect: '要等待多少台服务器的消息',
	register: '自己的注册信息',
	started: '自己已启动的消息',
	list: '服务器列表',
	add: '有服务器加入的消息',
	remove: '有服务器离开的消息',
	'start-all': '所有服务器都已启动的消息'
};

function amqpWords(message: WireMessage): string {
	const { method, fields } = message;
	switch (method) {
		case 'basic.publish':
			return `${destinationWords(fields['exchange'], fields['routingKey'])}${contentWords(message)}`;
		case 'basic.deliver':
		case 'basic.get-ok':
			return `${fields['redelivered'] === true ? '重新投递的' : ''}${contentWords(message)}`;
		case 'basic.return':
			return `退回的消息 ${quoted(message.body ?? '')}（没有队列接收）`;
		case 'basic.ack':
			return `对${deliveries(fields)}的确认`;
		case 'basic.nack':
		case 'basic.reject':
			return `对${deliveries(fields)}的拒绝${fields['requeue'] === true ? '（要求重新入队）' : ''}`;
		case 'protocol-header':
			return '使用 AMQP 0-9-1 的请求';
		case 'channel.close':
		case 'connection.close': {
			const text = fields['text'];
			return text === undefined ? method : `${method}：${String(text)}`;
		}
		default: {
			const first =
				fields['queue'] ?? fields['exchange'] ?? fields['consumerTag'] ?? fields['vhost'];
			return first === undefined ? method : `${method}（${shortName(String(first))}）`;
		}
	}
}

function deliveries(fields: WireMessage['fields']): string {
	return tagWords(String(fields['deliveryTag'] ?? ''), fields['multiple'] === true);
}

function contentWords(message: WireMessage): string {
	const noun = message.shape === 'request' ? '请求' : message.shape === 'reply' ? '回复' : '消息';
	return `${noun} ${quoted(message.body ?? '')}`;
}

type FieldValue = string | number | boolean | undefined;

/** Where a published message is meant to go, in front of a noun: `发往队列 rpc_queue 的`. */
export function destinationWords(exchange: FieldValue, routingKey: FieldValue): string {
	const key = shortName(String(routingKey ?? ''));
	if (exchange === undefined || exchange === '') return `发往队列 ${key} 的`;
	return `发往交换机 ${String(exchange)}（${key === '' ? '空路由键' : `路由键 ${key}`}）的`;
}
