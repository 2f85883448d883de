// 每个快捷键的作用。
import type { KeyWords } from '../keys.ts';

export const chinese: KeyWords = {
	title: '快捷键',
	close: '关闭',
	search: '查找快捷键',
	none: '没有对应的快捷键。页面上的一切也都可以用 Tab 键到达。',
	space: '空格',
	groups: {
		time: '时间',
		stage: '舞台',
		places: '跳转',
		page: '页面',
		editor: '在编辑器中'
	},
	does: {
		toggle: '播放或暂停',
		'step-forward': '前进一步',
		'step-back': '后退一步',
		'event-forward': '前进一个事件',
		'event-back': '后退一个事件',
		restart: '回到时刻 0',
		end: '跳到运行结尾',
		slower: '放慢播放',
		faster: '加快播放',
		'zoom-in': '放大舞台',
		'zoom-out': '缩小舞台',
		fit: '舞台适应窗口',
		editor: '转到编辑器',
		stage: '转到舞台',
		clear: '清除选择',
		help: '显示快捷键'
	},
	runNow: '立即运行修改后的代码',
	save: '保存（修改本来就会自动保留）',
	note: '舞台上的一切都可以用 Tab 键到达，按 Enter 在检查器中打开。“事件”表格用文字讲述同样的过程。'
};
