// 页面框架的文字：页眉、菜单、面板、分享。
import type { ShellWords } from '../shell.ts';

export const chinese: ShellWords = {
	titleOfNothing: '看得见的远程调用',
	home: 'Roundtrip 首页',
	about: '关于 Roundtrip',
	menu: '课程',
	menuRegion: '课程与场景',
	searchMenu: '搜索课程和场景',
	yourOwn: '我的程序',
	groupOfTheRest: '其他',
	openFolder: '打开文件夹…',
	openFile: '打开文件…',
	dropHere: '松开鼠标，在这里打开文件夹',
	toHome: '返回课程与场景列表',
	skipToStage: '跳到舞台',
	skipToRunBar: '跳到运行控制栏',

	scenario: '场景：设置、进程、已保存的版本',
	exportFile: '导出为文件',
	share: '分享',
	shareTitle: '复制此场景的链接',

	theme: {
		system: '主题：跟随系统',
		light: '主题：浅色',
		dark: '主题：深色',
		contrast: '主题：高对比度'
	},
	keys: '快捷键',
	present: '演示模式',
	presenting: '演示模式。按 Esc 退出。',

	regions: {
		lesson: '课程',
		stage: '舞台',
		sequence: '时序图',
		events: '事件',
		calls: '调用',
		metrics: '指标',
		editor: '编辑器',
		console: '控制台',
		inspector: '检查器'
	},
	shortTabs: { sequence: '时序', editor: '代码' },
	diagrams: '图表',
	panes: '面板',
	viewsOfRun: '运行视图',
	consoleOrInspector: '控制台或检查器',
	resizeLesson: '调整课程面板大小',
	resizeEditor: '调整编辑器大小',
	resizeStage: '调整舞台大小',
	resizeConsole: '调整控制台大小',
	fold: (title) => `折叠${title}`,
	unfold: (title) => `展开${title}`,

	noScenario: (id) => `没有名为“${id}”的场景。`,
	noLesson: (id) => `没有名为“${id}”的课程。`,
	noneOfOwn: (id) => `此浏览器中没有名为“${id}”的场景。导入的内容只保存在导入时所用的浏览器里。`,
	ownUnreadable: (id) => `场景“${id}”已无法读取。`,
	linkUnreadable: '无法打开此链接。'
};
