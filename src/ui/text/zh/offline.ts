// 关于离线使用和新版本的文字。
import type { OfflineWords } from '../offline.ts';

export const chinese: OfflineWords = {
	title: '没有网络时',
	signs: {
		single: '可离线使用：全部内容都在这个文件里',
		impossible: '需要网络',
		unasked: '尚未为离线使用保存',
		preparing: '正在准备离线使用',
		ready: '可以离线使用',
		failed: '尚不能离线使用'
	},
	details: {
		single: '此页面只有一个文件。无论文件放在哪里，都不需要网络。',
		impossible:
			'在这个地址，浏览器不会为离线使用保存页面：只有 https:// 地址（以及本机）才可以。其他功能都能正常使用。',
		unasked: '你的浏览器设置为节省流量，所以没有预先下载任何内容。保存全部内容大约需要 4 MB。',
		preparing: '正在获取页面的其余部分，之后没有网络也能打开。',
		ready: '全部内容已保存在此浏览器中：没有网络时，页面、所有课程和编辑器都能打开。',
		failed: '无法把页面保存在此浏览器中。有网络时它仍能使用。浏览器的说明：'
	},
	keep: '保存以便离线使用',
	tryAgain: '重试',
	readyNow: 'Roundtrip 现在也可以离线使用了。',

	newer: 'Roundtrip 有新版本。',
	keptOver: '你的修改和学习进度都会保留。',
	notKept: '你对此场景的修改没有保存在此浏览器中，重新加载会丢失：请先导出或分享。',
	take: '立即重新加载',
	later: '以后再说'
};
