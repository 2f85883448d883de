// 首页的文字。
import type { HomeWords } from '../home.ts';

export const chinese: HomeWords = {
	title: '看一次远程调用如何往返',
	promise:
		'Roundtrip 在浏览器里以慢动作运行真实的 RabbitMQ 和 Pomelo 程序。你可以观察每一条消息，在时间里前进或后退，修改代码，并立即看到整个运行随之改变。',
	start: '从第一课开始',
	lessons: '课程',
	own: '你自己的程序',
	invite: [
		'打开一个使用 ',
		' 的 Node.js 程序文件夹，或者一个 Pomelo 游戏服务器，看它运行。也可以把文件夹拖到页面任意位置。不会上传任何内容。'
	],
	bringBack: (title) => `恢复“${title}”`,
	kept: '保存在此浏览器中',
	versions: (count) => `${String(count)} 个版本`,
	unread: (count) =>
		`另有 ${String(count)} 个由更新版本的 Roundtrip 保存，此页面无法读取，予以保留。`,
	exportOne: (title) => `导出 ${title}`,
	removeOne: (title) => `移除 ${title}`,
	removed: (title) => `已移除 ${title}。`,
	scenarios: '可以随意尝试的场景',

	picture: '客户端通过队列向服务器发送请求，回复经由回调队列返回',
	broker: '消息代理',
	client: '客户端',
	server: '服务器',
	waits: '等待中',
	busy: '正在处理 3',
	callbackQueue: '回调队列'
};
