// 人对运行所做的操作。英文句子写在事件里；中文由它告诉各个参与者的内容得出。
import { actorName } from '#kernel';
import type { TraceEvent } from '../trace-event.ts';
import { milliseconds, shortContent } from '../words.ts';
import { wireFault } from './describe-fault.ts';

type Data = Extract<TraceEvent, { kind: 'run.intervention' }>['data'];
type Facts = Readonly<Record<string, unknown>>;

/** The sentence for an intervention, in Chinese; the English one where nobody was told anything. */
export function describeIntervention(data: Data): string {
	const [first, second] = data.tells;
	if (first === undefined) return `有人操作：${data.text}。`;
	const name = actorName(first.to);
	const facts = first.data as Facts;
	const ms = (key: string): string => milliseconds(Number(facts[key] ?? 0));
	switch (first.kind) {
		case 'process.started':
			return `有人启动了 ${name}。`;
		case 'process.killed':
			return second === undefined ? `有人强制终止了 ${name}。` : `有人重启了 ${name}。`;
		case 'process.paused':
			return `有人暂停了 ${name}。`;
		case 'process.continued':
			return `有人让 ${name} 继续运行。`;
		case 'process.slowed':
			return `有人改变了 ${name} 的速度：每 10,000 步 ${ms('pollUs')}，每轮另加 ${ms('turnUs')}。`;
		case 'process.delivery':
			return `有人让 ${name} 发出请求：${shortContent(commandOf(facts))}。`;
		case 'network.faults':
			return `有人改动了线路：${wireFault(facts as unknown as Parameters<typeof wireFault>[0])}。`;
		case 'network.message':
			return `有人选中了从 ${String(facts['from'])} 到 ${String(facts['to'])} 的第 ${String(facts['nth'])} 条 ${String(facts['method'])}。`;
		case 'vhost.alarm':
			return facts['on'] === true ? '有人让消息代理内存不足。' : '有人让消息代理恢复内存。';
		case 'vhost.stopping':
			return '有人重启了消息代理。';
		default:
			return `有人操作：${data.text}。`;
	}
}

function commandOf(facts: Facts): string {
	const delivery = facts['delivery'];
	return Array.isArray(delivery) ? String(delivery[1]) : '';
}
