// 原因的中文说法。事件里的原因是固定的英文短语；不认识的原样显示。
const known: Readonly<Record<string, string>> = {
	closed: '正常关闭',
	'the broker closed the connection': '消息代理关闭了连接',
	'the connection was closed': '连接已关闭',
	'the broker was restarted': '消息代理重启了',
	'the process is gone': '进程已不存在',
	'the link is cut': '线路已被切断',
	'the socket is closed': '套接字已关闭',
	'its connection is gone': '它的连接已不存在',
	'it had been sent before this': '它在此之前已经发出',
	deleted: '被删除',
	'its connection is over': '所属连接已结束',
	'its last consumer is gone': '最后一个消费者已离开',
	'no queue took the request': '没有队列接收这个请求',
	'the request expired in its queue': '请求在队列中过期了',
	'the queue was purged with the request in it': '队列被清空，请求也在其中',
	'its queue was deleted with the request in it': '队列被删除，请求也在其中',
	'out of steps': '步数用尽',
	'out of memory': '内存耗尽',
	'stack overflow': '栈溢出',
	'too many operations': '操作过多',
	'too many timers': '定时器过多',
	'too many turns': '轮次过多',
	killed: '被强制终止'
};

/** 带名字的原因：前后是固定的英文。 */
const named: readonly (readonly [RegExp, (name: string) => string])[] = [
	[/^(.+) ended with the request in its hands$/, (name) => `${name} 在持有请求时结束了`],
	[/^(.+), which asked, is gone$/, (name) => `发起调用的 ${name} 已不存在`],
	[/^no reply from (.+) in time$/, (name) => `${name} 没有及时回复`]
];

/** A reason in Chinese; one that is not known here as it is. */
export function reason(text: string): string {
	const whole = known[text];
	if (whole !== undefined) return whole;
	for (const [pattern, words] of named) {
		const name = pattern.exec(text)?.[1];
		if (name !== undefined) return words(name);
	}
	return text;
}
