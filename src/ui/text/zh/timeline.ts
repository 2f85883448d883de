// The words of the timeline in Chinese (Simplified).
import { formatMicros, formatSpan } from '../../shared/format-time.ts';
import type { TimelineWords } from '../timeline.ts';

export const chinese: TimelineWords = {
	steps: {
		group: '其他步进方式',
		message: '消息发出或到达 (M)',
		turn: '程序的一个回合结束 (T)',
		call: '调用开始或结束 (C)',
		selected: '所选对象 (A)'
	},
	seek: '运行到下一个 (N)',
	kinds: {
		'call-failed': '调用超时或无人应答',
		lost: '消息丢失或被丢弃',
		requeued: '消息退回队列',
		error: '程序或信道出错',
		deed: '对运行的干预：故障、终止、启动',
		'call-started': '调用开始',
		'call-answered': '调用得到应答',
		'stray-reply': '无人等待的应答',
		queued: '消息进入队列',
		delivered: '队列把消息交给消费者',
		acked: '消息被确认',
		decision: '路由器作出选择',
		printed: '程序输出',
		process: '进程启动或结束',
		limit: '运行达到上限'
	},
	counted: (name, count) => `${name}：${String(count)}`,
	selectFirst: '请先选择一个进程、队列或调用，然后即可跟随它步进。',
	chooseFirst: '请在“步进方式”中选择要运行到的事件。',

	marks: '书签与循环',
	mark: '为此刻添加书签',
	unmark: '移除此书签',
	bookmarks: '书签',
	noBookmarks: '还没有书签。书签把此场景的某一时刻保存在本浏览器中。',
	goTo: (name) => `转到 ${name}`,
	nameOf: (name) => `书签 ${name} 的名称`,
	remove: (name) => `移除书签 ${name}`,
	marked: (name) => `已添加书签：${name}。`,
	unmarked: (name) => `已移除书签 ${name}。`,
	noFurtherBookmark: '后面没有书签了。',
	noEarlierBookmark: '前面没有书签了。',
	atEvent: (us, event) => `${formatMicros(us)}，事件 ${String(event)}`,

	loop: '循环',
	loopFrom: '循环从此处开始',
	loopTo: '循环到此处结束',
	loopOff: '停止循环',
	looping: (from, to) => `播放将在 ${from} 与 ${to} 之间循环。`,
	noLoop: '循环播放一段：在光标处设置两端，或按住 Shift 沿时间轴拖动。',
	loopOffSaid: '播放将重新运行到结尾。',

	copyMoment: '复制此刻的链接',
	momentCopied: '链接已复制，打开后会停在此刻。',
	momentWithEditsCopied: '链接已复制。它包含场景与您的修改，打开后会停在此刻。',
	momentInAddress: '链接已在地址栏中，请从那里复制。',

	stopped: (time, events) =>
		`计算在 ${time} 处停止，共 ${String(events)} 个事件。已算出的部分可以查看。`,
	computeAgain: '重新计算',
	tooManyEvents: (limit) =>
		`运行达到 ${String(limit)} 个事件的上限而停止，此前的一切都已保留。请减少消息、提前结束（durationMs），或提高场景中的 limits.eventsMax。`,
	tooManyBytes: (limit) =>
		`消息超过 ${String(Math.round(limit / 1_048_576))} MB，运行因此停止，此前的一切都已保留。请减少或缩小消息，或提高场景中的 limits.traceBytesMax。`,
	dismiss: '关闭',
	held: '请先回答课程的问题。',
	toQuestion: '前往问题',

	gap: (us) => `${formatSpan(us)} 内无事发生，已缩短`
};
