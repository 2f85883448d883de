// The words of the run bar in Chinese (Simplified).
import type { RunBarWords } from '../run-bar.ts';

export const chinese: RunBarWords = {
	region: '运行',
	timeline: '时间轴',
	restart: '回到开头',
	stepBack: '后退一步',
	stepForward: '前进一步',
	play: '播放',
	pause: '暂停',
	clock: '自时刻 0 起的虚拟时间',
	stepBy: '步进方式',
	stepTitle: '一步是什么 (K)',
	shown: '图与表中显示的事件',
	levels: { calls: '调用', messages: '消息', protocol: '协议', everything: '全部' },
	speed: '速度',
	marks: '书签与循环',
	marksNarrow: '步进、速度、书签',
	eventOf: (cursor, length) => `事件 ${String(cursor)} / ${String(length)}`,
	seed: (seed) => `种子 ${String(seed)}`,
	looping: '循环中',
	beforeTimeZero: '集群正在启动',
	ended: '运行结束',
	waiting: '等待运行',
	computing: (events) => `计算中：${events} 个事件`,
	reached: (time, busy) => (busy === null ? `已到 ${time}` : `${time}，${busy} 忙碌`),
	cancel: '取消'
};
