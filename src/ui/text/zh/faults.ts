// 人对一次运行所做的干预：可选的操作、含义、已做的事及其结果。
import type { Intervention } from '#scenario';
import type { WireWay } from '../../faults/fault-choices.ts';
import type { FaultWords } from '../faults.ts';

function deed(intervention: Intervention): string {
	switch (intervention.do) {
		case 'start':
			return `启动 ${intervention.process.name}`;
		case 'restart':
			return `重启 ${intervention.process}`;
		case 'kill':
			return `杀死 ${intervention.process}`;
		case 'pause':
			return `暂停 ${intervention.process}`;
		case 'continue':
			return `让 ${intervention.process} 继续`;
		case 'slow': {
			const { process, factor = 1, extraMs = 0 } = intervention;
			if (factor === 1 && extraMs === 0) return `恢复 ${process} 的全速`;
			const turn = extraMs === 0 ? '' : `，每轮多用 ${String(extraMs)} 毫秒`;
			return `减慢 ${process}：计算 ×${String(factor)}${turn}`;
		}
		case 'request':
			return `让 ${intervention.process} 请求 ${intervention.route}`;
		case 'link': {
			const { from, to, both, fault, count, chance = 10_000, extraMs = 0 } = intervention;
			const wire = `线路 ${from} ${both === true ? '↔' : '→'} ${to}`;
			if (fault === 'cut') return `切断${wire}`;
			if (fault === 'mend') return `修复${wire}`;
			const share = chance === 10_000 ? '' : `${String(chance / 100)} % 的`;
			const touched = count ?? (fault === 'drop' || fault === 'duplicate' ? 1 : -1);
			const which = touched < 0 ? `${share}消息` : `接下来 ${String(touched)} 条中${share}消息`;
			if (fault === 'drop') return `${wire}：丢失${which}`;
			if (fault === 'duplicate') return `${wire}：${which}送达两次`;
			if (fault === 'delay') return `${wire}：慢 ${String(extraMs)} 毫秒`;
			return `${wire}：${which}扣留 ${String(extraMs)} 毫秒`;
		}
		case 'message': {
			const { from, to, connection = 1, method, nth, fault, extraMs = 100 } = intervention;
			const where = connection === 1 ? '' : `，第 ${String(connection)} 条连接`;
			const which = `第 ${String(nth)} 个 ${method}（${from} → ${to}${where}）`;
			if (fault === 'drop') return `丢失${which}`;
			if (fault === 'duplicate') return `${which}送达两次`;
			if (fault === 'delay') return `${which}推迟 ${String(extraMs)} 毫秒`;
			return `${which}扣留 ${String(extraMs)} 毫秒`;
		}
		case 'broker': {
			if (intervention.what === 'memory-alarm') return '让消息代理内存不足';
			if (intervention.what === 'memory-clear') return '让消息代理恢复内存';
			return `重启消息代理，停机 ${String(intervention.downMs ?? 1000)} 毫秒`;
		}
	}
}

function at(ms: number): string {
	return `${ms.toFixed(2)} 毫秒`;
}

export const chinese: FaultWords = {
	deed,
	at,
	choice: {
		kill: '在此杀死',
		restart: '在此重启',
		pause: '在此暂停',
		continue: '在此继续',
		slow: '从此减慢',
		'full-speed': '恢复全速',
		'broker-restart': '在此重启消息代理',
		'memory-alarm': '在此触发内存告警',
		'memory-clear': '在此解除内存告警',
		cut: '在此切断',
		lag: '从此慢 100 毫秒',
		lossy: '每五条消息丢失一条',
		mend: '在此修复',
		drop: '丢失这条消息',
		delay: '推迟 100 毫秒',
		duplicate: '送达两次',
		reorder: '让后面的消息超过它'
	},
	meaning: {
		kill: '如同 kill -9：没有清理，连接随之关闭。',
		restart: '若在运行则先杀死，再以相同参数启动。',
		pause: '如同 SIGSTOP：连接保留，消息等待它。若启用心跳，RabbitMQ 迟早会断开；这里没有心跳。',
		continue: '如同 SIGCONT：从停下处继续，并处理等待的消息。',
		slow: '机器繁忙：计算 ×10，每轮多用 50 毫秒。',
		'full-speed': '计算代价恢复如初。',
		'broker-restart': '停机一秒；持久队列和持久消息保留。',
		'memory-alarm': '消息代理不再读取发布者的数据。',
		'memory-clear': '它重新读取，等待的数据到达。',
		cut: '数据包消失，两端都不知道。TCP 会不断重发；这里期间发送的内容永久丢失。',
		lag: '路更长，顺序和内容不变。TCP 下会发生。',
		lossy: '超出 TCP 的行为（TCP 会重发）：代表吞掉消息的代理服务器或程序错误。',
		mend: '去除这条线路上的全部故障。',
		drop: '超出 TCP 的行为（TCP 会重发）：代表丢失消息的代理服务器或程序错误。',
		delay: '它和同一连接上后面的消息都晚到。TCP 下会发生。',
		duplicate: '超出 TCP 的行为（TCP 只送达一次）：代表发送方又试了一次。',
		reorder: '超出 TCP 的行为（同一连接保持顺序）：代表消息走了不同的路。'
	},
	menuOf: {
		process: (name: string) => name,
		broker: '消息代理',
		wire: (a: string, b: string) => `线路 ${a} – ${b}`,
		message: (method: string, from: string, to: string) => `${method}，${from} → ${to}`
	},
	actOn: (what: string) => `对 ${what} 进行操作`,
	ways: '方向',
	way: (way: WireWay, a: string, b: string) =>
		way === 'both' ? '双向' : way === 'there' ? `${a} → ${b}` : `${b} → ${a}`,
	wireTo: (peer: string) => `到 ${peer} 的线路…`,
	wireOf: (from: string, to: string) => `它的线路 ${from} – ${to}…`,
	tooEarly: '它在场景的时刻 0 之前发出：无法对它操作。',
	truth: '这些操作代表什么',

	done: (ms: string) => `在 ${ms}`,
	forked: (ms: string) => `运行在 ${ms} 处分叉`,
	anew: '此后的一切重新计算。',
	gaveUp: (count: number) => `你之后做的 ${String(count)} 件事被放弃：`,
	keep: '保留它们',
	keepOne: '保留它',
	undo: '撤销',
	redo: '重做',
	change: '修改…',
	dismiss: '关闭提示',
	removed: '已移除',
	edited: '已修改',
	cleared: (count: number) => `已清除 ${String(count)} 项干预`,
	nothingToUndo: '没有可撤销的。',
	onlyTyping: '这里没有可撤销的。键入的内容请在编辑器里撤销。',
	nothingToRedo: '没有可重做的。',
	undone: (label: string) => `已撤销：${label}`,
	redone: (label: string) => `已重做：${label}`,

	list: '故障',
	listOf: (count: number) => (count === 0 ? '故障' : `故障（${String(count)}）`),
	listTitle: '对这次运行所做的事',
	empty: '还没有。在舞台上右键单击（或长按）图形、线路或消息，或选中后按 F。',
	ofScenario: '来自场景',
	jump: (what: string) => `转到：${what}`,
	edit: (what: string) => `修改：${what}`,
	remove: (what: string) => `移除：${what}`,
	clearAll: '全部清除',
	close: '关闭',
	apply: '应用',
	cancel: '取消',
	outcome: {
		waits: '运行没有到达这一时刻。',
		pending: '这条消息至今没有发出。',
		'not-running': '没有作用：那时进程不在运行。',
		missed: '不再适用于这次运行：已没有这样的消息，或它在此之前发出。'
	},
	field: {
		at: '时刻（毫秒）',
		process: '进程',
		factor: '计算代价 ×',
		turnMs: '每轮多用（毫秒）',
		extraMs: '推迟（毫秒）',
		downMs: '停机（毫秒）',
		from: '从',
		to: '到',
		both: '双向',
		fault: '发生什么',
		count: '消息数（-1：全部）',
		chance: '概率（%）',
		method: '消息',
		nth: '第几个',
		connection: '第几条连接',
		what: '发生什么',
		route: '路由'
	},
	faults: {
		cut: '切断',
		mend: '修复',
		drop: '丢失',
		duplicate: '送达两次',
		delay: '晚到',
		reorder: '被超过',
		restart: '重启',
		'memory-alarm': '内存不足',
		'memory-clear': '恢复内存'
	},
	advice: {
		dropped:
			'你设置的故障把它从线路上拿走了。TCP 会发现缺少确认并重发，所以健康的连接上不会这样：它代表丢失消息的代理服务器、负载均衡器或程序错误。等待答复的一方会一直等到超时。',
		droppedAttempt: '给调用方加上超时和重试，并让服务端能接受同一请求两次。',
		cut: '线路被切断：数据包消失，两端都不知道。TCP 会保留数据并重发几分钟；这里切断期间发送的内容永久丢失。',
		cutAttempt: '程序靠心跳发现连接已死；给每次调用加上超时可以限制等待。',
		duplicated: 'TCP 只送达一次。第二份代表没收到确认又试了一次的发送方。',
		duplicatedAttempt: '让接收方按消息标识或关联标识认出已见过的消息。',
		reordered: '同一连接上 TCP 保持顺序。超越代表消息走了不同的连接或代理。',
		reorderedAttempt: '不要依赖消息之间的顺序：按关联标识匹配答复，而不是按先后。',
		missed: '故障按连接、方法和次序指定消息。这次运行中没有这样的消息，或它在故障生效前已发出。',
		missedAttempt: '打开故障列表，修改时刻或次序，或将其移除。',
		paused:
			'进程得不到处理器，如同 SIGSTOP。连接保持打开，别人继续发送，一切在它的队列里等待。启用心跳的 RabbitMQ 会在错过两次后断开连接。'
	}
};
