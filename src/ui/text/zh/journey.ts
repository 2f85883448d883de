// 一条消息如何被路由：逐个交换机、逐个绑定。
import type { BindingVerdict } from '#broker';
import type { JourneyWords } from '../journey.ts';

const listed = (names: readonly string[]): string => names.join('、');
const marked = (names: readonly string[]): string => listed(names.map((name) => `“${name}”`));

/** 一个绑定为什么接收或不接收这条消息；由逐项比较得出。 */
function verdict(
	{ binding, matched, compared }: BindingVerdict,
	keys: readonly string[],
	kind: string
): string {
	switch (kind) {
		case 'fanout':
			return '扇出（fanout）交换机把每条消息发给每个绑定。';
		case 'direct':
			return matched
				? `路由键与绑定键“${binding.key}”相同。`
				: `路由键${marked(keys)}与绑定键“${binding.key}”不同。`;
		case 'topic':
			return matched
				? `路由键${marked(keys)}符合模式“${binding.key}”。`
				: `路由键${marked(keys)}不符合模式“${binding.key}”：${misfit(compared)}。`;
		default: {
			const names = compared.filter(({ fits }) => fits === matched).map(({ wanted }) => wanted);
			if (compared.length === 0)
				return matched ? '该绑定不要求任何头部。' : '该绑定没有可匹配的头部。';
			return matched
				? `符合要求的头部：${marked(names)}。`
				: `缺失或不符的头部：${marked(names)}。`;
		}
	}
}

function misfit(compared: BindingVerdict['compared']): string {
	const first = compared.find(({ fits }) => !fits);
	if (first === undefined) return '单词无法对应';
	if (first.found === '') return `模式要求“${first.wanted}”的位置上没有单词`;
	if (first.wanted === '') return `多出单词“${first.found}”`;
	return `模式要求“${first.wanted}”，路由键在此处是“${first.found}”`;
}

const deathReasons: Readonly<Record<string, string>> = {
	rejected: '被拒绝',
	expired: '过期',
	maxlen: '队列已满',
	delivery_limit: '投递次数过多'
};

export const chinese: JourneyWords = {
	why: '为什么会在这里？',
	queueOf: (queue, owner) => `${owner} 的 ${queue}`,
	exchange: (name) => (name === '' ? '默认交换机' : `交换机 ${name}`),
	defaultExchange: '默认交换机',
	byName: (queues, isThere) =>
		`它${isThere ? '进入了' : '正在前往'}队列 ${listed(queues)}：路由键就是队列名。`,
	byBindings: (queues, matched, isThere) =>
		`它${isThere ? '进入了' : '正在前往'}队列 ${listed(queues)}：有 ${String(matched)} 个绑定匹配。`,
	ahead: '它仍在途中。之后的结果：',
	ends: {
		queued: '',
		dropped: '没有队列接收它：没有绑定匹配。消息代理将其丢弃，没有人得到通知。',
		returned: '没有队列接收它：没有绑定匹配。它带有 mandatory 标志，因此被退回给发布者。',
		'handed over directly': '这是一条直接回复：消息代理把它交给了提出请求的信道。',
		refused: '消息代理没有接收它。'
	},
	found: (keys) => `它要找名为${marked(keys)}的队列，并且找到了。`,
	notFound: (keys, queues) =>
		`它要找名为${marked(keys)}的队列，但没有这个队列；${queues.length === 0 ? '现在一个队列也没有' : `现有队列：${listed(queues)}`}。`,
	directAddress: '路由键是一个直接回复地址。',
	routingKey: '路由键',
	empty: '（空）',
	nothingBound: '此刻没有任何目标绑定到这个交换机。',
	bindingsOf: (exchange) => `${exchange} 的绑定`,
	matched: '匹配：',
	notMatched: '不匹配：',
	destination: (kind, name) => `${kind === 'queue' ? '队列' : '交换机'} ${name}`,
	verdict,
	alternate: (exchange) => `没有绑定匹配，因此交给备用交换机：${exchange}。`,
	deaths: '它成为死信的经过',
	death: (queue, reason, exchange, into) =>
		`在 ${queue} 中成为死信（${deathReasons[reason] ?? reason}），经${exchange} 到 ${listed(into) || '（没有队列）'}`,
	header: (counts) =>
		`头部 x-death 现在记录：${listed(counts.map(({ queue, reason, count }) => `在 ${queue} 中${deathReasons[reason] ?? reason} ${String(count)} 次`))}。`
};
