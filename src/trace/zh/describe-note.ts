// 只有进程内的代码才知道、以附注形式交出来的事实。不认识的附注原样显示。
import { readFacts } from '../describe-note.ts';
import { shortContent } from '../words.ts';

type Facts = ReturnType<typeof readFacts>;

/** The sentence for a note of a process, in Chinese. */
export function describeNote(name: string, note: string, json: string): string {
	const facts = readFacts(json);
	const fact = (key: string): string => factText(facts[key]);
	switch (note) {
		case 'process.caught': {
			const place = typeof facts['file'] === 'string' ? `（${fact('file')}:${fact('line')}）` : '';
			return `${name} 捕获了一个无人处理的错误并继续运行：${fact('message')}${place}。`;
		}
		case 'pomelo.route-decided': {
			const parameter = shortContent(fact('routeParam'));
			if (typeof facts['chosen'] !== 'string') {
				return `${name} 中的路由函数没有为路由参数 ${parameter} 找到服务器。`;
			}
			return `${name} 中的路由函数为路由参数 ${parameter} 选择了 ${fact('chosen')}（候选：${listOf(facts['candidates']).join('、')}）。`;
		}
		case 'pomelo.session':
			return `${name}：${sessionWords(facts)}。`;
		case 'pomelo.channel':
			return `${name}：${channelWords(facts)}。`;
		case 'pomelo.rpc-trouble':
			return troubleWords(name, fact('trouble'), facts);
		case 'pomelo.rpc-timeout':
			return `${name} 等待 ${fact('target')} 已达 ${fact('afterMs')} ms，放弃这次调用。`;
		case 'pomelo.servers': {
			const ids = listOf(facts['ids']);
			return ids.length === 0
				? `${name} 看不到其他服务器。`
				: `${name} 看到的服务器：${ids.join('、')}。`;
		}
		case 'pomelo.heartbeat':
			return `${name} 收到会话 ${fact('session')} 的心跳；若 ${fact('silenceMs')} ms 内没有动静，就关闭连接。`;
		case 'pomelo.rpc-clock':
			return `${name} 给发往 ${fact('target')} 的调用 ${fact('timeoutMs')} ms 的时间等待回复。`;
		case 'pomelo.request-clock':
			return `${name}：${clockWords(facts)}。`;
		default:
			return `${name} 附注 ${note}：${shortContent(json)}。`;
	}
}

/** What went wrong with a remote call, and what that means for its callback. */
function troubleWords(name: string, trouble: string, facts: Facts): string {
	const target = factText(facts['target']);
	const method = factText(facts['method']);
	const error = shortContent(factText(facts['error']));
	switch (trouble) {
		case 'unknown-server':
			return `${name} 不知道服务器 ${target}：对 ${method} 的调用无处可去，回调永远不会执行。`;
		case 'offline':
			return `${target} 已下线：${name} 保留对 ${method} 的调用，直到之后某次调用发现它恢复。`;
		case 'unreachable':
			return `${name} 与 ${target} 之间没有连接；超时后回调才会得知。`;
		case 'late-reply':
			return `${target} 的回复来得太晚：${name} 已放弃那次调用，将其丢弃。`;
		case 'callback-threw':
			return `${name} 的回调在处理 ${target} 的回复时出错（${error}）；框架记录日志后继续运行。`;
		case 'remote-threw':
			return `${name} 中的 ${method} 在回复之前抛出异常（${error}）；异常立即返回给调用方。`;
		case 'router-threw':
			return `${name} 中的路由函数在处理 ${method} 时出错（${error}）；没有发送任何内容。`;
		case 'no-service':
		case 'no-method':
			return `${name} 没有可调用的 ${method}，并如实告知：路由函数选择了不提供它的服务器。`;
		default:
			return `${name}：对 ${method} 的调用出错（${trouble}）。`;
	}
}

function clockWords(facts: Facts): string {
	const route = factText(facts['route']);
	switch (facts['event']) {
		case 'started':
			return `超时过滤器给 ${route} ${factText(facts['timeoutMs'])} ms`;
		case 'rang':
			return `超时过滤器报告 ${route} 超过了 ${factText(facts['timeoutMs'])} ms`;
		default:
			return `${route} 在超时过滤器规定的时间内得到了回复`;
	}
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function sessionWords(facts: Facts): string {
	const session = `会话 ${factText(facts['id'])}`;
	switch (facts['event']) {
		case 'created':
			return `${session} 开始`;
		case 'bound':
			return `${session} 现在属于 ${factText(facts['uid'])}`;
		case 'unbound':
			return `${session} 不再属于任何用户`;
		case 'pushed': {
			const settings = listOf(facts['settings']).map(String);
			return `${session} 保存了设置${settings.length === 0 ? '' : `（${settings.join('、')}）`}`;
		}
		case 'closed':
			return `${session} 已关闭`;
		default:
			return `${session}：${factText(facts['event'])}`;
	}
}

function channelWords(facts: Facts): string {
	const channel = `频道 ${factText(facts['channel'])}`;
	switch (facts['event']) {
		case 'add':
			return `${factText(facts['uid'])} 加入${channel}`;
		case 'leave':
			return `${factText(facts['uid'])} 离开${channel}`;
		case 'push':
			return `${channel} 向成员推送`;
		case 'destroy':
			return `${channel} 已销毁`;
		default:
			return `${channel}：${factText(facts['event'])}`;
	}
}

function factText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
