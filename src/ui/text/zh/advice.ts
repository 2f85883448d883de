// 错误、退回、确认和消息终结的含义，以及可以尝试的办法。
import type { AdviceWords } from '../advice.ts';

export const chinese: AdviceWords = {
	byText: {
		'inequivalent arg': {
			meaning: '该队列或交换机已经存在，但声明方式不同。它的属性在存续期间不会改变。',
			attempt: '在所有地方使用相同的选项声明，或先删除它，或换一个名称。'
		},
		'unknown delivery tag': {
			meaning: '这次投递之前已经确认过，或是在另一个信道上确认的。投递标签只在自己的信道上有效。',
			attempt: '每条消息只确认一次，并且在投递它的信道上确认；使用 noAck 时不要确认。'
		},
		'fast reply consumer': {
			meaning: '直接回复（direct reply-to）要求发出请求的信道事先消费 amq.rabbitmq.reply-to。',
			attempt: '先在同一个信道上以 noAck 消费 amq.rabbitmq.reply-to。'
		},
		'no exchange': {
			meaning: '有内容发布或绑定到一个不存在的交换机。',
			attempt: '先用 assertExchange 声明它，并检查拼写。'
		},
		'no queue': {
			meaning: '没有（或不再有）这个名称的队列。',
			attempt: '先用 assertQueue 声明它。独占队列随其连接消失，自动删除的队列随最后一个消费者消失。'
		},
		'in exclusive use': {
			meaning: '另一个消费者独占了这个队列。',
			attempt: '消费时不要使用 { exclusive: true }，或等另一个消费者离开。'
		}
	},
	byCode: {
		311: { meaning: '消息超过了消息代理接受的大小。', attempt: '发送更少的内容，或只发送引用。' },
		320: {
			meaning: '消息代理正在关闭，或有人在那里关闭了连接。',
			attempt: '稍后重新连接；重新声明未持久化的内容。'
		},
		403: {
			meaning: '消息代理不允许这样做：密码错误、名称以 "amq." 开头，或是内部交换机。',
			attempt: '检查地址中的用户名和密码，并换一个名称。'
		},
		404: { meaning: '请求的对象不存在。', attempt: '先声明它，并检查拼写。' },
		405: {
			meaning: '该队列由另一个连接独占（exclusive）。',
			attempt: '在声明它的连接上使用它，或声明时不使用 exclusive。'
		},
		406: {
			meaning: '请求的内容与当前状态不符。',
			attempt: '把句子中的值与声明时的值比较。'
		},
		501: { meaning: '消息代理无法读取一个帧。', attempt: '这很少是程序自身的错误。' },
		503: { meaning: '消息代理在这里不认识这个命令。', attempt: '检查该调用的选项。' },
		504: { meaning: '使用了未打开的信道。', attempt: '信道关闭后不要再使用它。' },
		530: {
			meaning: '消息代理不允许这样做，例如重复使用消费者标签，或虚拟主机不存在。',
			attempt: '检查句子中的值。'
		},
		540: { meaning: 'RabbitMQ 不提供这个功能。', attempt: '换一种办法，例如用预取代替 flow。' },
		541: {
			meaning: '消息代理内部因此出错。',
			attempt: '检查刚才发送的内容，例如编造的回复地址。'
		}
	},
	refused: '消息代理拒绝了这个请求。',
	scopes: {
		channel: (client) =>
			`消息代理关闭 ${client} 的这个信道；它的其他信道继续工作。在该信道上未确认的消息回到各自的队列，amqplib 在信道上触发 'error'。`,
		connection: (client) =>
			`消息代理关闭 ${client} 的整个连接及其所有信道；它的独占队列随之消失，amqplib 在连接上触发 'error'。`
	},
	both: (first, second) => `${first}${second}`,
	theClient: '客户端',
	itsPublisher: '它的发布者',

	returned: (client) =>
		`没有队列接收这条消息。它发布时带有 mandatory 标志，因此消息代理把它退回给 ${client}，信道触发 'return'。`,
	returnedAttempt:
		'用合适的绑定键绑定一个队列，或给交换机设置备用交换机。下面说明为什么没有绑定匹配。',
	lost: '没有队列接收这条消息，而它发布时没有 mandatory 标志：它就此消失，没有人得到通知。发布确认仍然会说“已接收”。',
	lostAttempt:
		'发布时使用 { mandatory: true } 以便得知，或用合适的绑定键绑定一个队列，或给交换机设置备用交换机。',
	confirmed:
		'在确认信道上，消息代理会答复每条消息。这个答复表示消息已处理完毕：它被路由到的每个队列都已拥有它，或者没有队列需要它。',
	notConfirmed:
		'消息代理没有接收这条消息：有队列拒绝了它。publish 的回调会得到错误，waitForConfirms 会被拒绝（reject）。',
	notConfirmedAttempt:
		'稍后重新发布，给队列腾出空间，或改为丢弃最旧的消息（x-overflow: drop-head）。',
	newcomerRefused:
		'队列已达到长度上限，并被设置为拒绝新消息（x-overflow: reject-publish）。在确认信道上，发布者会收到 nack。',
	endsHere: '消息到此为止：队列没有可以接收它的死信交换机。',
	keepRejected: '给队列设置死信交换机（deadLetterExchange）以保留这样的消息。',
	makeRoom: '提高上限、增加消费者，或给队列设置死信交换机。',
	requeued: '这些消息回到队列中原来的位置，并再次投递，带有“重新投递”标记。',
	whyRejected: '消费者拒绝了它，并且不要求重新入队',
	whyOwnExpiration: '它等待的时间超过了自身的有效期（expiration）',
	whyTtl: (ttl) => `它等待的时间超过了队列允许的时间（x-message-ttl：${ttl}）`,
	gone: (why) => `${why}。队列没有死信交换机，因此消息就此消失。`,
	goneAttempt: '声明队列时设置 deadLetterExchange 以保留这样的消息。',
	deadLettered: (why, exchange, key) =>
		`${why}。队列把它交给死信交换机（${exchange === '' ? '默认交换机' : exchange}），${key === null ? '沿用原来的路由键' : `使用路由键 ${key}`}；头部 x-death 记录次数。`
};
