// 教师窗口的文字。
import type { TeachWords } from '../teach.ts';

export const chinese: TeachWords = {
	open: '在另一个窗口中打开教师备注',
	title: (lesson) => `教师用：${lesson}`,
	facts: (minutes, steps) => `${String(minutes)} 分钟，${String(steps)} 步`,
	following: '跟随另一个窗口中的课程。',
	alone: '此浏览器的其他窗口没有打开这一课。',
	openLesson: '打开课程',
	steps: '步骤',
	here: '正在显示',
	previous: '上一步',
	next: '下一步',
	says: '学生看到的内容',
	prediction: '问题',
	right: '正确',
	checks: '任务检查什么',
	hints: '提示',
	notes: '备注',
	solution: '参考答案',
	none: (place) => `没有课程 ${place}。地址可能有误，或者所属课程尚未载入。`,
	toHome: '查看全部课程'
};
