// 每一种事件一句话，写给学生看：谁对谁做了什么，用这个领域自己的词。新的事件种类没有句子就不能编译，与英文相同。
import { actorName } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { GuestDelivery } from '#cluster/events';
import type { TraceEvent } from '../trace-event.ts';
import type { TraceIndex } from '../trace-index.ts';
import { readWireMessage } from '../wire-message.ts';
import { milliseconds, shortContent, shortName } from '../words.ts';
import { describeBrokerEvent } from './describe-broker-event.ts';
import { describeFault } from './describe-fault.ts';
import { describeIntervention } from './describe-intervention.ts';
import { describeNote } from './describe-note.ts';
import { describeRegistryEvent } from './describe-registry-event.ts';
import { reason } from './reasons.ts';
import { flightWords, messageWords, quoted } from './words.ts';

/** The sentence for an event, in Chinese. `index`: the index of the trace the event is from. */
export function describeEvent(event: TraceEvent, index: TraceIndex): string {
	const name = actorName(event.actor);
	switch (event.kind) {
		case 'run.began':
			return `运行开始，种子为 ${String(event.data.seed)}。`;
		case 'run.time-zero':
			return event.data.clusterIsUp
				? '时刻 0：场景开始。'
				: '时刻 0：场景开始，但并非所有服务器都已启动。';
		case 'run.boot-overdue':
			return '有服务器启动过慢：不再等待它。';
		case 'run.intervention':
			return describeIntervention(event.data);
		case 'run.limit':
			return `运行达到上限 ${event.data.limit}（${String(event.data.value)}）。`;
		case 'run.ended':
			return runEnds[event.data.why];

		case 'process.started': {
			const { file, args, serverType } = event.data;
			const command = shortContent([file, ...args].join(' '));
			const what = serverType === null ? command : `${serverType} 服务器（${file}）`;
			return index.isRestart(event.seq) ? `${name} 再次启动：${what}。` : `${name} 启动：${what}。`;
		}
		case 'process.delivery':
			return `${name} 收到${deliveryWords(event.actor, event.data.delivery, index)}。`;
		case 'turn.began': {
			const what = deliveryWords(event.actor, event.data.delivery, index);
			const waited = event.data.waitedUs;
			const pause = waited > 0 ? `，它已等待 ${milliseconds(waited)}` : '';
			return `${name} 开始处理${what}${pause}。`;
		}
		case 'turn.ended':
			return turnEnded(name, event.data);
		case 'process.output':
			return `${name} ${streamVerbs[event.data.stream]} ${quoted(event.data.text)}。`;
		case 'process.note':
			return describeNote(name, event.data.note, event.data.json);
		case 'process.exited':
			return exited(name, event.data);
		case 'process.killed':
			return `${name} 被强制终止：它瞬间消失，没有做任何清理。`;
		case 'process.paused':
			return `${name} 被暂停：得不到处理器，连接仍保留，到达的内容排队等待。`;
		case 'process.continued':
			return `${name} 从原处继续运行。`;
		case 'process.slowed': {
			const { pollUs, turnUs } = event.data;
			const more = turnUs === 0 ? '' : `，每轮另加 ${milliseconds(turnUs)}`;
			return `从现在起，${name} 每 10,000 步耗时 ${milliseconds(pollUs)}${more}。`;
		}
		case 'process.timer-due':
			return `${name} 的一个定时器到期。`;

		case 'network.configured':
			return `网络就绪：任意两台机器之间的延迟为 ${milliseconds(event.data.latencyUs)}。`;
		case 'network.listen':
			return `${event.data.node} 监听端口 ${String(event.data.port)}。`;
		case 'network.unlisten':
			return `${actorName(event.data.owner)} 不再监听端口 ${String(event.data.port)}。`;
		case 'network.gone':
			return `${actorName(event.data.owner)} 的所有连接断开。`;
		case 'network.connect':
			return `${event.data.node} 请求连接 ${event.data.host}:${String(event.data.port)}。`;
		case 'network.arrived':
			return '一个连接请求到达端口。';
		case 'network.faults':
		case 'network.message':
		case 'network.missed':
		case 'link.dropped':
		case 'link.duplicated':
		case 'link.delayed':
		case 'link.chosen':
		case 'link.missed':
		case 'link.fault':
			return describeFault(event, index);

		case 'link.opened': {
			const { fromNode, toNode, latencyUs } = event.data;
			return `从 ${fromNode} 到 ${toNode} 的线路已建立，延迟 ${milliseconds(latencyUs)}。`;
		}
		case 'link.sent':
		case 'link.delivered':
			return travel(event, index);
		case 'link.closing': {
			const ends = index.ends(event.actor);
			return `${ends?.fromNode ?? '一端'} 断开与 ${ends?.toNode ?? '另一端'} 的连接（${reason(event.data.why)}）。`;
		}
		case 'link.closed': {
			const ends = index.ends(event.actor);
			return `${ends?.toNode ?? '另一端'} 发现 ${ends?.fromNode ?? '对方'} 已断开（${reason(event.data.why)}）。`;
		}
		case 'link.paused':
		case 'link.resumed': {
			const ends = index.ends(event.actor);
			const verb = event.kind === 'link.paused' ? '暂停读取' : '恢复读取';
			return `${ends?.toNode ?? '另一端'} ${verb} ${ends?.fromNode ?? '对方'} 发来的内容。`;
		}

		case 'call.started': {
			const { number, caller, target } = event.data;
			return `调用 ${String(number)}：${caller} 调用 ${shortName(target)}。`;
		}
		case 'call.received':
			return `调用 ${name}：${event.data.server} 收到请求。`;
		case 'call.replied':
			return `调用 ${name}：${event.data.server} 发出回复。`;
		case 'call.answered':
			return event.data.server === null
				? `调用 ${name} 得到回复。`
				: `调用 ${name} 得到 ${event.data.server} 的回复。`;
		case 'call.timed-out':
			return `调用 ${name} 超时：${reason(event.data.why)}。`;
		case 'call.orphaned':
			return `调用 ${name} 永远不会得到回复：${reason(event.data.why)}。`;
		case 'call.stray-reply': {
			const { receiver, from, why, key } = event.data;
			const sender = from === null ? '' : `来自 ${from} 的`;
			return `${receiver} 收到${sender}回复，但没有等待它的调用：${strayReasons[why]}（${shortName(key)}）。`;
		}

		case 'registry.accepted':
		case 'registry.greeted':
		case 'registry.expected':
		case 'registry.registered':
		case 'registry.rejoined':
		case 'registry.started':
		case 'registry.all-started':
		case 'registry.admin':
		case 'registry.admin-reply':
		case 'registry.lost':
		case 'registry.restart-due':
		case 'registry.bad-frame':
			return describeRegistryEvent(event);

		default:
			return describeBrokerEvent(event, index);
	}
}

const runEnds = {
	horizon: '运行到此结束：时间已到。',
	quiet: '运行结束：不会再发生任何事。',
	limit: '运行结束：达到上限。',
	cancelled: '运行被停止。'
} as const;

const streamVerbs = { stdout: '输出', stderr: '报告错误', log: '记录日志' } as const;

const strayReasons = {
	unknown: '没有人请求过它',
	'answered already': '对应的调用已得到回复',
	'timed out already': '对应的调用已超时'
} as const;

function travel(
	event: Extract<TraceEvent, { kind: 'link.sent' | 'link.delivered' }>,
	index: TraceIndex
): string {
	const ends = index.ends(event.actor);
	const flight = index.flightOf(event.seq);
	if (ends === undefined || flight === undefined) return '一条消息在路上。';
	const words = flightWords(flight);
	return event.kind === 'link.sent'
		? `${ends.fromNode} 向 ${ends.toNode} 发送${words}。`
		: `${ends.toNode} 收到 ${ends.fromNode} 发来的${words}。`;
}

function turnEnded(
	name: string,
	data: Extract<TraceEvent, { kind: 'turn.ended' }>['data']
): string {
	if (data.limit !== null) return `${name} 在处理过程中被停止：${reason(data.limit)}。`;
	const asked = new Map<string, number>();
	for (const [operation] of data.operations) {
		asked.set(operation, (asked.get(operation) ?? 0) + 1);
	}
	const wishes = [...asked].flatMap(([operation, times]) => {
		const words = operationWords[operation];
		return words === undefined ? [] : [words(String(times))];
	});
	const cost = data.polls > 0 ? `，计算了 ${String(data.polls)} 步` : '';
	return wishes.length === 0
		? `${name} 处理完毕${cost}。`
		: `${name} 处理完毕${cost}：${wishes.join('，')}。`;
}

const operationWords: Readonly<Record<string, (times: string) => string>> = {
	send: (times) => `发送 ${times} 条消息`,
	print: (times) => `输出 ${times} 行`,
	timer: (times) => `设置 ${times} 个定时器`,
	connect: (times) => `打开 ${times} 个连接`,
	listen: () => '开始监听',
	close: (times) => `关闭 ${times} 个连接`,
	exit: () => '结束自己'
};

/** What a guest is called for, in a few words. */
function deliveryWords(process: ActorId, delivery: GuestDelivery, index: TraceIndex): string {
	const [why, first, second] = delivery;
	switch (why) {
		case 'main':
			return '自己的主程序';
		case 'timer':
			return '到期的定时器';
		case 'immediates':
			return '刚才推迟的任务';
		case 'connected':
			return `与 ${peer(process, first, index)} 的连接已打开的消息`;
		case 'refused':
			return `连接被拒绝的消息（${String(second)}）`;
		case 'accepted':
			return `端口 ${String(first)} 上的新连接`;
		case 'closed':
			return `与 ${peer(process, first, index)} 的连接已关闭的消息`;
		case 'command':
			return `你的请求：${shortContent(String(first))}`;
		case 'drain':
			return '自己的结束：已没有需要等待的事';
		case 'data': {
			const ends = index.socket(process, Number(first));
			if (ends === undefined || !Array.isArray(second)) return '一条消息';
			const message = readWireMessage(ends.protocol, second as Payload);
			return ` ${ends.toNode} 发来的${messageWords(ends.protocol, message, null)}`;
		}
		default:
			return ` ${why}`;
	}
}

function peer(process: ActorId, socketId: unknown, index: TraceIndex): string {
	return index.socket(process, Number(socketId))?.toNode ?? '另一台机器';
}

function exited(
	name: string,
	data: Extract<TraceEvent, { kind: 'process.exited' }>['data']
): string {
	if (data.reason === null) return `${name} 结束，退出码 ${String(data.code)}。`;
	if (data.reason !== 'uncaught') return `${name} 被停止：${reason(data.reason)}。`;
	const [message = ''] = (data.message ?? '未捕获的错误').split('\n');
	const where =
		data.file === null ? '' : `（${data.file.replace(/^\/app\//, '')}:${String(data.line)}）`;
	return `${name} 崩溃：${shortContent(message)}${where}。`;
}
