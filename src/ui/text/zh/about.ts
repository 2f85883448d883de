// “关于”页面的文字。
import type { AboutWords } from '../about.ts';

export const chinese: AboutWords = {
	promise:
		'Roundtrip 逐条消息地计算 RabbitMQ 和 Pomelo 程序的行为，并把它展示出来。它为初次接触远程调用的学生，以及教授这些内容的老师而做。',
	version: (version) => `版本 ${version}`,
	commit: (commit) => `提交 ${commit}`,

	privacy: '你的数据留在你这里',
	privacyDetails: [
		'所有计算都在此浏览器中进行。程序、打开的文件夹、答案和学习进度都不会发送到任何地方；没有账号，没有统计，没有 Cookie，页面也禁止自己与其他服务器通信。',
		'你的修改和学习进度只保存在此浏览器中，直到你清除浏览器数据。分享链接把场景放在地址中浏览器不会发送的部分。'
	],

	fidelity: '与真实系统有多接近',
	fidelityDetails:
		'程序是真正执行的，不是模仿；程序的输出与真实的 RabbitMQ、Pomelo 和 Node.js 的记录作过对照。有意与真实系统不同之处都已列出。',
	fidelityList: '所有有意的差异',
	fidelityNote: '此列表为英文。',

	licence: '许可证',
	licenceDetails: 'Roundtrip 是采用 MIT 许可证的自由软件。',
	licenceText: '许可证全文（英文）',

	thirdParty: '他人的作品',
	thirdPartyDetails: (count) =>
		`此页面包含他人的 ${String(count)} 件作品，谨致谢意。各自的许可证如下。`,
	loading: '正在加载列表……',
	unavailable: '现在无法加载列表。它在构建网站时生成，保存为网站中的 third-party.json。'
};
