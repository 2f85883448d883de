// 运行的消息与两次结果的对比用语。
import type { ComparisonWords } from '../comparison.ts';

export const chinese: ComparisonWords = {
	failed: (seed, event, message) =>
		`模拟器自身出错，这是我们的问题，与你无关。请报告种子 ${String(seed)}、事件 ${String(event)}：${message}`,
	refused: (count) => `未运行：有 ${String(count)} 处错误。`,
	showProblems: '在编辑器中查看',
	notKept: '浏览器的存储空间已满：离开页面后，最近的修改会丢失。可以导出为文件保存。',
	computedAnew: '已重新计算：',
	forkedAt: (time) => `在 ${time} 处分叉：`,
	sameRun: '运行完全相同。',
	sameOutcome: '调用和输出相同，只是时间或步骤不同。',
	printsDiffer: (programs) =>
		programs.length > 2
			? `${String(programs.length)} 个程序的输出不同`
			: `${programs.join('和')} 的输出不同`,
	now: '现在',
	compare: '对比',
	dismiss: '关闭',
	before: '之前',
	after: '现在',
	comparedWithBefore: '与之前对比',
	comparedWithBaseline: '与基准对比',
	what: '结果',
	topics: {
		answered: '已应答的调用',
		timedOut: '超时的调用',
		orphaned: '无人应答的调用',
		p50Ms: '延迟中位数',
		p95Ms: '延迟（95% 低于此值）',
		load: '请求数',
		lost: '丢失的消息',
		duplicates: '重复投递',
		strays: '无主的应答',
		crashed: '失败或被终止的进程',
		lastPrintMs: '最后一行输出的时间'
	},
	requestsTo: (server) => `发往 ${server} 的请求`,
	countOf: (count, all) => `${String(count)} / ${String(all)}`,
	none: '无',
	better: '变好',
	worse: '变差',
	identical: '两次运行的每个事件都相同。',
	partAt: (event) => `两次运行从第 ${String(event)} 个事件起不同`,
	partAtEnd: '两次运行在这次结束时才不同',
	goThere: '转到该处',
	otherStory: '第一件不同的事',
	onlyTimes: '此后发生的事顺序相同，只是时间不同。',
	over: '运行已结束。',
	keepBaseline: '设为基准',
	keepBaselineHint: '之后的修改都与当前页面上的运行对比',
	dropBaseline: '重新与上一次运行对比',
	baselineKept: '当前运行已设为基准，之后的修改都与它对比。'
};
