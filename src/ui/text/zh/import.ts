// 打开文件夹的文字：对话框、程序列表、说明，以及面板上方的提示条。
import type { ImportWords } from '../import.ts';

export const chinese: ImportWords = {
	title: '打开文件夹',
	close: '关闭',
	cancel: '取消',
	reading: '正在读取文件夹…',
	refused: '这个文件夹目前无法运行。',
	problem: (expected, found) => `应为 ${expected}；实际为 ${found}`,
	problemAt: (path, expected, found) => `${path}：应为 ${expected}，实际为 ${found}`,
	files: (count) => `${String(count)} 个文件`,
	kinds: {
		scenario: '一个场景，按原样打开。',
		case: '一个录制的用例，按原样打开。',
		pomelo: '一个 Pomelo 应用：服务器来自 config/servers.json。',
		programs: 'Node.js 程序。请选择要启动哪些。'
	},
	name: '名称',
	myFolder: '我的文件夹',
	chooseOne: '请至少选择一个要启动的程序。',
	stays: '文件只保存在此浏览器中，不会上传任何内容。',
	openAndRun: '打开并运行',
	unreadable: (message) => `无法读取文件夹：${message}`,
	elsewhere: (site) => `${site} 是另一个网站。只有与本页面在同一网站的课程才能按地址打开。`,
	notThere: (address, status) => `${address} 不存在（${String(status)}）。`,
	tooMany: (most) => `文件夹中的文本文件超过 ${most} 个。请改为打开单个程序的文件夹。`,
	kept: (title) => `${title} 已保存在此浏览器中。`,
	tooLarge: (title) =>
		`${title} 超出了此浏览器的存储空间：离开页面后就会消失。可以用“导出”保存为文件。`,

	programs: '要启动的程序',
	chosen: (chosen, all) => `${String(chosen)} / ${String(all)}`,
	program: '程序',
	called: '名称',
	arguments: '参数',
	startsAt: '启动时刻（ms）',
	nameOf: (file) => `${file} 的名称`,
	argumentsOf: (file) => `${file} 的参数`,
	noArguments: '无参数',
	startOf: (file) => `${file} 的启动时刻，毫秒`,

	missing: (count) => `这些代码用到的 ${String(count)} 项功能没有模拟`,
	leftOut: (count) => `有 ${String(count)} 个文件或文件夹未读取`,
	notSimulated: '未模拟：',
	dismissMissing: '关闭未模拟内容的提示'
};
