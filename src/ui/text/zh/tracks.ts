// 课程列表的文字。
import type { TracksWords } from '../tracks.ts';

export const chinese: TracksWords = {
	search: '搜索课程',
	searchHint: '例如 prefetch、timeout、router',
	none: '没有包含所有这些词的课程。',
	minutes: (minutes) => `${String(minutes)} 分钟`,
	done: '已完成',
	begun: (reached, steps) => `第 ${String(reached)} 步，共 ${String(steps)} 步`,
	progress: (done, all) => `已完成 ${String(done)} / ${String(all)} 课`,
	goOn: (title) => `继续：${title}`,
	exportProgress: '把进度保存为文件',
	exportHint: '你在所有课程中完成和写下的内容，可以在另一个浏览器中打开。',
	exported: (file) => `已保存到下载文件夹：${file}。可以在另一个浏览器中打开。`,
	progressTitle: '打开进度',
	progressFile: (lessons, edits) =>
		`${String(lessons)} 课的进度，其中 ${String(edits)} 课有你的代码。它会与这个浏览器里的合并：这里的内容不会丢失。`,
	progressUnread: '这个进度文件无法读取：它已损坏，或由更新版本的 Roundtrip 写成。',
	merge: '合并到我的进度',
	merged: (lessons, apart) =>
		apart === 0
			? `已合并 ${String(lessons)} 课的进度。`
			: `已合并 ${String(lessons)} 课的进度。与这里不同的代码放在“你自己的程序”中（${String(apart)} 个）。`,
	found: (count) => `${String(count)} 课`
};
