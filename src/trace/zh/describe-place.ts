// 事件发生在哪里，用两三个词说明。
import { actorKind, actorName } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { TraceIndex } from '../trace-index.ts';
import { shortName } from '../words.ts';
import { clientOf, exchangeWords } from './words.ts';

/** The actor of an event as people name it, in Chinese. */
export function placeWords(actor: ActorId, index: TraceIndex): string {
	const name = actorName(actor);
	switch (actorKind(actor)) {
		case 'run':
			return '本次运行';
		case 'network':
			return '网络';
		case 'vhost':
			return '消息代理';
		case 'link': {
			const ends = index.ends(actor);
			return ends === undefined ? '线路' : `${ends.fromNode} → ${ends.toNode}`;
		}
		case 'connection':
			return `${clientOf(actor, index)} 的连接`;
		case 'channel':
			return `${clientOf(actor, index)} 的信道`;
		case 'exchange':
			return exchangeWords(name);
		case 'queue':
			return shortName(name);
		case 'call':
			return name === 'stray' ? '不属于任何调用' : `调用 ${name}`;
		case 'registry':
			return `${name} 的服务器列表`;
		default:
			return name;
	}
}
