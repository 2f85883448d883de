// 分享用语：链接、嵌入框架、只读视图。
import type { ShareWords } from '../share.ts';

export const chinese: ShareWords = {
	title: '分享',
	close: '关闭',
	note: '链接包含整个场景：文件、你的修改以及你对运行所做的操作。不会上传任何内容。',
	link: '链接',
	atMoment: (event) => `打开时停在此刻（第 ${String(event)} 个事件）`,
	copyLink: '复制链接',
	linkCopied: '链接已复制。',
	codeCopied: '代码已复制。',
	notCopied: '浏览器不允许页面复制，请自行选中文本复制。',
	long: '有些聊天和邮件程序会截断这么长的链接。',
	tooLong: (size) =>
		`链接将有 ${size}，并非所有浏览器都能打开。请改用文件分享，“打开文件…”可重新读取。`,
	saveFile: '保存为文件',
	embed: '嵌入网页的代码',
	embedNote: '只有舞台和运行控制栏，不可编辑。',
	copyCode: '复制代码',
	openWhole: '在 Roundtrip 中打开'
};
