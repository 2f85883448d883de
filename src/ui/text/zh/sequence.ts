// The words of the sequence diagram in Chinese (Simplified).
import type { SequenceWords } from '../sequence.ts';

export const chinese: SequenceWords = {
	keys: '消息随时间的变化：上下方向键在消息之间移动，回车展开一组协议交互，加减号改变比例',
	picture: '消息时序',
	empty: '还没有发送任何消息。请按播放，或向前一步。',
	allHidden: '所有生命线都被隐藏了。',
	showAll: '全部显示',
	cut: (events) => `图中显示前 ${events} 个事件。`,
	shorten: '压缩时间',
	stretch: '拉伸时间',
	whole: '整个运行',
	fold: '折叠协议交互',
	lifelines: '生命线',
	lifelinesHint: '从左到右显示',
	left: (name) => `将 ${name} 左移`,
	right: (name) => `将 ${name} 右移`,
	usual: '默认顺序',
	headHint: (name) => `${name}：拖动可移动，或按 Alt 加左右方向键`,
	movedTo: (name, place, all) => `${name} 现在是第 ${String(place)} 条生命线，共 ${String(all)} 条`,
	exportAs: '导出时序图',
	visible: '当前可见部分',
	wholeRun: '整个运行',
	exportCut: (messages) => `图片只包含前 ${messages} 条消息；再长就打不开了。`,
	exported: '图片已保存到下载文件夹。',
	busy: (span) => `忙碌 ${span}`,
	later: (span) => `${span} 之后`,
	bundle: (count, from, to) => `从 ${from} 到 ${to} 的 ${count} 条消息`,
	lost: (count) => `丢失 ${count} 条`,
	unfold: (words) => `展开：${words}`,
	foldAgain: (words) => `折叠：${words}`,
	exchanges: {
		connect: '建立连接',
		'set-up': '设置队列',
		confirms: '请求发布确认',
		close: '关闭',
		register: '注册',
		handshake: '握手',
		heartbeat: '心跳'
	},
	messages: (count) => `${String(count)} 条消息`
};
