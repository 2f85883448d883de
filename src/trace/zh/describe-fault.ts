// 网络故障：有人让线路做了什么，消息因此怎样了。凡是健康的 TCP 连接不会发生的，句子里会说明。
import type { LinkFault, LinkFaultKind } from '#kernel';
import type { FaultEvent } from '../describe-fault.ts';
import type { TraceIndex } from '../trace-index.ts';
import { milliseconds } from '../words.ts';
import { reason } from './reasons.ts';
import { flightWords } from './words.ts';

/** The sentence for an event about a fault, in Chinese. */
export function describeFault(event: FaultEvent, index: TraceIndex): string {
	switch (event.kind) {
		case 'network.faults':
			return `${wireFault(event.data)}。`;
		case 'network.message': {
			const { from, to, method, kind } = event.data;
			return `选中了从 ${from} 到 ${to} 的一条 ${method}：它将${fates[kind]}。`;
		}
		case 'network.missed':
			return `无法对选中的消息动手：${reason(event.data.why)}。`;
		case 'link.dropped': {
			const flight = index.flightOf(event.seq);
			const what = flight === undefined ? '一条消息' : flightWords(flight);
			return event.data.why === 'dropped on purpose'
				? `${between(event, index)}：${what} 被故意丢弃；真实的 TCP 会重发。`
				: `${between(event, index)}：${what} 丢失，因为${reason(event.data.why)}。`;
		}
		case 'link.duplicated':
			return `故意向 ${receiver(event, index)} 多发一份消息；真实的 TCP 只会送达一次。`;
		case 'link.delayed': {
			const late = `发往 ${receiver(event, index)} 的一条消息被故意推迟 ${milliseconds(event.data.extraUs)}`;
			return event.data.isReordered === true
				? `${late}：其他消息可能超过它；真实的 TCP 会保持顺序。`
				: `${late}。`;
		}
		case 'link.chosen':
			return `${between(event, index)}的一条 ${event.data.method} 在发送时将${fates[event.data.kind]}。`;
		case 'link.missed':
			return `${between(event, index)}原定针对一条消息的故障在这次运行中不再适用：${reason(event.data.why)}。`;
		case 'link.fault': {
			const line = `${between(event, index)}的线路`;
			if (event.data.cut) return `${line}被切断：发出的内容会消失，两端都不会得知。`;
			const [first] = event.data.faults;
			return first === undefined ? `${line}恢复正常。` : `${line}${standing(first)}。`;
		}
	}
}

const fates: Readonly<Record<LinkFaultKind, string>> = {
	drop: '丢失',
	duplicate: '被送达两次',
	delay: '迟到',
	reorder: '被后面的消息超过'
};

interface WireFault {
	readonly kind?: LinkFault['kind'];
	readonly fault?: string;
	readonly count: number;
	readonly chance: number;
	readonly extraUs: number;
}

/** What is done to a whole wire. */
export function wireFault(
	data: WireFault & { readonly from: string; readonly to: string }
): string {
	const wire = `从 ${data.from} 到 ${data.to} 的线路`;
	if (data.fault === 'cut') return `${wire}被切断`;
	if (data.fault === 'mend') return `${wire}恢复正常`;
	return `${wire}${standing(data)}`;
}

function standing(fault: WireFault): string {
	const which = fault.count < 0 ? '消息' : `接下来的 ${String(fault.count)} 条消息`;
	const share = fault.chance >= 10_000 ? '' : `以 ${String(fault.chance / 100)}% 的概率`;
	const late = milliseconds(fault.extraUs);
	switch (fault.kind ?? fault.fault) {
		case 'drop':
			return `将${share}丢失${which}`;
		case 'duplicate':
			return `将${share}把${which}送达两次`;
		case 'delay':
			return `将${share}把${which}推迟 ${late} 送达`;
		default:
			return `将${share}把${which}推迟 ${late} 并打乱顺序送达`;
	}
}

function between(event: FaultEvent, index: TraceIndex): string {
	const ends = index.ends(event.actor);
	return `从 ${ends?.fromNode ?? '?'} 到 ${ends?.toNode ?? '?'} `;
}

function receiver(event: FaultEvent, index: TraceIndex): string {
	return index.ends(event.actor)?.toNode ?? '另一端';
}
