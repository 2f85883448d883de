// 队列的每个属性对消息的作用。
import type { QueueTraitWords } from '../queue-traits.ts';

export const chinese: QueueTraitWords = {
	quorum: '仲裁队列：在多个消息代理之间复制，始终持久化，并统计消息被退回的次数。',
	durable: '队列在消息代理重启后仍然存在；其中只有持久化的消息会保留。',
	exclusive: '只有声明它的连接可以使用它，并且随该连接消失。',
	autoDelete: '最后一个消费者离开时它就消失。',
	messageTtl: (span) => `消息在这里最多等待 ${span}；之后成为死信或消失。`,
	expires: (span) => `队列若有 ${span} 无人使用，自身就会消失。`,
	maxLength: (most, overflow) => `这里最多等待 ${String(most)} 条消息；${overflow}`,
	maxBytes: (most, overflow) => `这里最多等待 ${String(most)} 字节的内容；${overflow}`,
	overflows: {
		'drop-head': '新消息会把最旧的消息挤出去。',
		'reject-publish': '新消息被拒绝（x-overflow: reject-publish）。',
		'reject-publish-dlx': '新消息被拒绝并成为死信（x-overflow: reject-publish-dlx）。'
	},
	deadLetters: (exchange, key) =>
		`被拒绝、过期或放不下的消息进入${exchange === '' ? '默认交换机' : `交换机 ${exchange}`}，${key === null ? '沿用原来的路由键' : `使用路由键 ${key}`}。`,
	maxPriority: (most) => `优先级（0 到 ${String(most)}）较高的消息会超过其他消息。`,
	singleActive: '一个消费者得到所有消息；其他消费者待命，直到它离开。',
	deliveryLimit: (times) => `退回超过 ${String(times)} 次的消息成为死信或被丢弃。`
};
