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
	found: (count) => `${String(count)} 课`
};
