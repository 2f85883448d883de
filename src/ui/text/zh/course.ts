// 运行时载入的课程的文字。
import type { CourseWords } from '../course.ts';

export const chinese: CourseWords = {
	title: '打开课程',
	holds: (lessons) => `一套课程，共 ${String(lessons)} 课。它们会出现在主页的课程列表中。`,
	refused: (problems) => `这套课程无法使用，有 ${String(problems)} 处错误：`,
	more: (left) => `还有 ${String(left)} 处`,
	replaces: (title) => `这里已经有名为“${title}”的课程。新的会取代它；进度和修改都会保留。`,
	stays: '课程保存在这个浏览器中，没有网络也能使用。其中的程序在沙箱里运行。',
	keep: '保存这套课程',
	kept: (title) => `课程“${title}”已加入课程列表。`,
	noRoom: (title) => `浏览器空间不足，无法保存“${title}”：离开页面后课程会消失。`,

	loaded: '已载入的课程',
	lessons: (lessons) => `${String(lessons)} 课`,
	remove: (title) => `移除课程“${title}”`,
	removed: (title) => `课程“${title}”已移除，其中的进度会保留。`,
	bringBack: (title) => `恢复“${title}”`
};
