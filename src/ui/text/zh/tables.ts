// 事件表和调用表的文字。
import { reason } from '#trace/chinese';
import type { TableWords } from '../tables.ts';

export const chinese: TableWords = {
	noEvents: (level) => `在“${level}”这一级别还没有发生任何事。请按播放，或选择更细的步长。`,
	eventRows: '事件行：用上下方向键移动光标',
	events: '事件',
	event: '事件',
	time: '时间',
	where: '位置',
	what: '发生了什么',

	noCalls: '还没有任何调用。',
	play: '播放',
	rows: '行',
	calls: '调用',
	call: '调用',
	caller: '调用方',
	target: '目标',
	server: '服务器',
	fate: '结果',
	latency: '延迟',
	id: '标识',
	strays: '无主的回复',
	receiver: '接收方',
	from: '来自',
	why: '原因',
	unknown: '未知',
	aServer: '某台服务器',
	fates: { waiting: '等待中', answered: '已回复', 'timed out': '已超时', orphaned: '无人回复' },
	replied: '等待中：回复已发出',
	waitingWith: (server) => `等待中：在 ${server} 处`,
	overdue: '没有回复，定时器已到',
	overdueWhy:
		'调用方与请求一起设置的定时器已到：它可能已经放弃。协议本身没有这样的期限，因此回复仍可能到来。',
	strayReasons: {
		unknown: '没有人请求过它',
		'answered already': '对应的调用已得到回复',
		'timed out already': '对应的调用已超时'
	},
	reason
};
