// Pomelo 成员列表（master 中其他服务器可见的部分）里发生的事。
import { actorName } from '#kernel';
import type { TraceEvent } from '../trace-event.ts';
import { shortContent } from '../words.ts';
import { reason } from './reasons.ts';

type RegistryKinds = Extract<TraceEvent, { kind: `registry.${string}` }>;

/** The sentence for an event of a server registry, in Chinese. */
export function describeRegistryEvent(event: RegistryKinds): string {
	const master = actorName(event.actor);
	switch (event.kind) {
		case 'registry.accepted':
			return `${event.data.peer} 连上了 ${master}。`;
		case 'registry.greeted':
			return `${master} 回应了一个向它打招呼的进程。`;
		case 'registry.expected':
			return `${master} 正在等待 ${String(event.data.serverIds.length)} 台服务器。`;
		case 'registry.registered':
			return `${event.data.serverId} 以 ${event.data.serverType} 服务器的身份加入集群。`;
		case 'registry.rejoined':
			return `${event.data.serverId} 失去了原来的 master，加入新的 master。`;
		case 'registry.started':
			return `${event.data.serverId} 报告自己已启动。`;
		case 'registry.all-started':
			return `全部 ${String(event.data.servers)} 台服务器都已启动。`;
		case 'registry.admin':
			return `发给 ${event.data.to} 的管理消息经过 ${master}：${event.data.moduleId}。`;
		case 'registry.admin-reply':
			return `发给 ${event.data.to} 的管理回复经过 ${master}。`;
		case 'registry.lost':
			return `${master} 把一台服务器从列表中移除（${reason(event.data.why)}）。`;
		case 'registry.restart-due':
			return `${master} 重新启动 ${event.data.serverId}${event.data.isForced ? '' : '（若它仍在运行则不启动）'}。`;
		case 'registry.bad-frame':
			return `${master} 收到无法理解的内容：${shortContent(event.data.text)}。`;
	}
}
