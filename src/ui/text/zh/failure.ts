// 面板无法绘制时的文字。
import type { FailureWords } from '../failure.ts';

export const chinese: FailureWords = {
	title: '无法绘制此面板，页面的其余部分照常工作。',
	advice: '请重试，也可以换一个事件再试：时间轴照常可用。如果错误仍在，请重新加载页面。',
	again: '重试',
	fromStart: '从运行开头重试',
	reload: '重新加载页面'
};
