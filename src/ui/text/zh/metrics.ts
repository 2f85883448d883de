// The words of the metrics in Chinese (Simplified).
import type { MetricsWords } from '../metrics.ts';

export const chinese: MetricsWords = {
	metrics: '用数字看运行',
	latency: '调用延迟',
	calls: '调用数',
	answeredCalls: '已应答',
	noLatency: '没有可显示的延迟：没有调用得到应答。',
	latencySummary: (calls, quantiles) => `${calls} 次已应答调用的延迟直方图：${quantiles}`,
	callsOverTime: '调用随时间的变化',
	started: '已发起',
	answered: '已应答',
	failed: '超时或丢失',
	noCalls: '没有程序发起调用并等待应答。队列中的内容见下方。',
	servers: '各服务器的负载',
	server: '服务器',
	work: '有工作',
	workMeans:
		'在其生存期中，有未应答的调用、未确认的消息或正在计算的时间所占的比例。条中深色部分：计算。',
	busy: '计算',
	busyFor: (span) => `计算 ${span}`,
	messages: '消息',
	noServers: '本次运行没有服务器。',
	queues: '队列中等待的消息',
	noQueues: '没有消息在队列中等待过。',
	longest: (queue, messages) => `${queue} 最多 ${String(messages)} 条`,
	moreQueues: (count) => `另有 ${String(count)} 个队列的消息更少。`,
	time: '时间',
	asTables: '以表格显示',
	upTo: (time) => `整个运行，到 ${time}；竖线是游标，点击可移动。`
};
