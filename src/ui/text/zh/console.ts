// 控制台的文字。
import { reason as inChinese } from '#trace/chinese';
import type { ConsoleWords } from '../console.ts';

export const chinese: ConsoleWords = {
	linesOf: '显示哪个程序的输出',
	all: '所有程序',
	framework: '框架日志',
	count: (printed, all) => `${String(printed)} / ${String(all)} 行`,
	lines: '输出内容',
	printsNothing: '这些程序没有任何输出。',
	nothingYet: '此刻还没有输出。请按播放。',
	goThere: '跳到这一时刻',
	stderr: '错误输出',
	ended: '进程结束',
	killed: '被强制终止',
	exited: (code) => `结束，退出码 ${code}`,
	exitedAfterError: (code) => `在未处理的错误之后结束，退出码 ${code}`,
	showPlace: (place) => `在编辑器中显示 ${place}`,
	crashed: (code) => `崩溃：未捕获的错误，退出码 ${code}`,
	stopped: (reason) => `被停止：${inChinese(reason)}`
};
