// 课程面板的文字；课程内容本身在课程文件夹里。
import type { LessonWords } from '../lesson.ts';

export const chinese: LessonWords = {
	opening: '正在打开课程…',
	stepOf: (step, count) => `第 ${String(step)} 步，共 ${String(count)} 步`,
	progress: '课程进度',
	previousStep: '上一步',
	previous: '上一步',
	nextStep: '下一步',
	next: '下一步',
	answerFirst: '回答后继续',
	hiddenUntilAnswered: '回答课程的问题之前，后面发生的事先不显示。',
	allLessons: '所有课程',

	predict: '预测',
	right: '正确',
	wrong: '错误',
	isRight: '正确。',
	isWrong: '不完全对。',

	showInEditor: '在编辑器中显示',
	beforeEdit: '你修改之前',
	line: (line) => `第 ${String(line)} 行`,
	lines: (from, to) => `第 ${String(from)} 至 ${String(to)} 行`,

	check: '检查',
	checking: '正在检查…',
	hint: '提示',
	hintsLeft: (left) => `（还有 ${String(left)} 条）`,
	showSolution: '显示答案',
	hideSolution: '隐藏答案',
	diffLegend: '答案与你的代码的对比：− 表示删去，+ 表示新增。',
	lineGoes: '删去：',
	lineComes: '新增：',
	sameAsSolution: '与你的代码相同',
	solutionOf: (path) => `${path} 的答案`,
	solutionTaken: '答案已放入编辑器。你自己的代码可以恢复。',
	bringBackOwn: '恢复我的代码',
	ownTaken: '你自己的代码已恢复。',
	lessonDone: (points) => `本课完成：${String(points)} 分。`,
	trackDone: (track, lessons) => `“${track}”的全部 ${String(lessons)} 课都完成了。`,
	points: (points) => `${String(points)} 分。`,
	uncounted: (changed, counted) =>
		`检查和作业只看 ${counted.join('、')}：你在 ${changed.join('、')} 里的修改不计入。`,
	passed: (runs) => `通过了，在 ${String(runs)} 次不同的运行中都成立。`,
	notYet: (seed, plan) =>
		plan === null
			? `还没有通过。种子为 ${String(seed)} 的运行显示：`
			: `还没有通过。种子为 ${String(seed)}、并且“${plan}”时的运行显示：`,
	showFailure: '查看',
	showFailureOf: (says) => `查看不成立之处：${says}`,
	error: ({ process, message, place, isFatal }) =>
		`${process} ${isFatal ? '因错误而停止' : '报告了一个错误'}${place === '' ? '' : `（${place}）`}：${message}`,
	failingRun: (seed) => `种子为 ${String(seed)} 的运行`,
	taskDone: '任务已完成',
	taskOpen: '任务待完成',
	handIn: '提交作业',
	handInHint: '为老师保存一个小文件：只包含你在这一课里的文件。',
	handedIn: (file) => `已保存到下载文件夹：${file}。请交给老师。`,
	nextLesson: (title) => `下一课：${title}`,
	holds: '成立',
	holdsHere: '在本次运行中成立',
	holdsNot: '不成立',
	putInEditor: '放入编辑器',
	runFailed: (seed, event, message) =>
		`运行失败（种子 ${String(seed)}，事件 ${String(event)}）：${message}`
};
