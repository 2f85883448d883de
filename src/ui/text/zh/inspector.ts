// Words of the inspector in Chinese (Simplified).
import type { InspectorWords } from '../inspector.ts';

export const chinese: InspectorWords = {
	waterfall: '时间花在哪里',
	phaseTimes: (from, to) => `${from} 到 ${to}`,
	phases: {
		out: (node) => `在发往 ${node} 的线路上`,
		back: (node) => `在返回 ${node} 的路上`,
		queued: () => '在代理的队列中',
		waiting: (node) => `等待：${node} 正忙于别的事`,
		busy: (node) => `${node} 在计算`,
		pending: (node) => `${node} 已收到，自己也在等待`,
		unanswered: (node) => `在 ${node} 没有下文`
	},
	origin: '起因的代码',
	originHint: '根据代码中的名称找到；在编辑器中显示这一行',
	consequences: '由此引发',
	noConsequences: '没有引发任何事。',
	moreConsequences: (shown) => `只显示前 ${String(shown)} 个。`,
	connections: '连接',
	connection: '连接',
	client: '客户端',
	state: '状态',
	user: '用户',
	channels: '通道',
	blocked: '内存告警',
	closedBecause: '关闭原因'
};
