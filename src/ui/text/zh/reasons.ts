// 检查未通过的原因。
import type { ReasonWords, ValueCounts } from '#lesson';

function range(min: number, max: number | null): string {
	if (min === max) return `${String(min)} 次`;
	return max === null ? `至少 ${String(min)} 次` : `${String(min)} 至 ${String(max)} 次`;
}

const list = (counts: ValueCounts): string =>
	counts.map(([value, count]) => `${value} ${String(count)} 次`).join('，');

export const chinese: ReasonWords = {
	happened: () => '它发生了',
	'never-happened': () => '它从未发生',
	'wrong-count': ({ count, min, max }) =>
		`实际${count === 0 ? '从未发生' : `发生 ${String(count)} 次`}，应为${range(min, max)}`,
	'first-missing': () => '两者中的第一个从未发生',
	'second-missing': () => '两者中的第二个从未发生',
	'other-way-round': () => '顺序正好相反',
	'nothing-followed': () => '应当随后发生的没有发生',
	'took-too-long': ({ tookMs, ms }) => `用了 ${String(tookMs)} ms，最多应为 ${String(ms)} ms`,
	'happened-again': ({ field, value }) => `对 ${field} ${value} 又发生了一次`,
	'one-too-many': ({ field, value }) => `${field} ${value} 多出一个`,
	'without-partner': ({ field, value }) => `${field} ${value} 没有对应的一个`,
	only: ({ counts }) => `只有：${list(counts)}`,
	unevenly: ({ counts }) => `不均匀：${list(counts)}`,
	unanswered: ({ open, calls }) => `${String(calls)} 个调用中有 ${String(open)} 个没有得到应答`,
	'too-few-calls': ({ count, min }) =>
		`这样的调用开始了 ${String(count)} 个，至少应为 ${String(min)} 个`,
	'no-calls': () => '没有这样的调用',
	'slow-call': ({ number, latencyMs, ms }) =>
		latencyMs === null
			? `调用 ${String(number)} 从未得到应答，最多应为 ${String(ms)} ms`
			: `调用 ${String(number)} 用了 ${String(latencyMs)} ms，最多应为 ${String(ms)} ms`,
	'no-queue': ({ queue }) => `从来没有队列 ${queue}`,
	'queue-holds': ({ ready, unacked }) =>
		`运行结束时队列里还有消息：${String(ready)} 条就绪，${String(unacked)} 条未确认`,
	'not-printed': ({ process, line }) => `${process} 没有打印 "${line}"`,
	misrouted: ({ parameter, chosen, expected }) =>
		chosen === null
			? `对路由参数 ${String(parameter)}，路由器没有给出服务器的 id，应为 ${expected}`
			: `路由参数 ${String(parameter)} 到了 ${chosen}，应为 ${expected}`,
	'too-few-decisions': ({ count, min }) =>
		`路由器给出服务器 ${String(count)} 次，至少应为 ${String(min)} 次`,
	said: ({ in: texts }) => texts.zh ?? texts.en,
	'script-failed': ({ file, message }) => `checks/${file} 本身出错：${message ?? '它什么也没说'}`,
	'script-unclear': ({ file, found }) => `checks/${file} 给出 ${found}，应为 true 或一个原因`
};
