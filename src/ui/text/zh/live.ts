// 实时播报区和时间轴对当前位置的说法。
import type { LiveWords } from '../live.ts';

export const chinese: LiveWords = {
	beforeFirst: '第一个事件之前',
	eventOf: (cursor, length) => `第 ${String(cursor)} 个事件，共 ${String(length)} 个`,
	line: (time, place, sentence) => `${time}，${place}${sentence === '' ? '' : `：${sentence}`}`
};
