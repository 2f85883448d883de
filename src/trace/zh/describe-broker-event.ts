// 消息代理内部发生的事：连接、AMQP 信道、交换机和队列。
import { actorName } from '#kernel';
import type { BrokerEvent } from '#broker/events';
import type { Recorded } from '#kernel/events';
import type { TraceIndex } from '../trace-index.ts';
import { decodeUtf8 } from '../wire-message.ts';
import { shortName } from '../words.ts';
import { reason } from './reasons.ts';
import {
	bindingActorWords,
	clientOf,
	destinationWords,
	exchangeWords,
	keyWords,
	queueWords,
	quoted,
	sentence,
	tagWords
} from './words.ts';

/** The sentence for an event of the broker, in Chinese. */
export function describeBrokerEvent(event: Recorded<BrokerEvent>, index: TraceIndex): string {
	const client = clientOf(event.actor, index);
	const name = actorName(event.actor);
	switch (event.kind) {
		case 'connection.accepted':
			return `消息代理接受了来自 ${event.data.peer} 的连接。`;
		case 'connection.lost':
			return `消息代理发现 ${client} 已断开（${reason(event.data.why)}）。`;
		case 'protocol.header':
			return `${client} 表示使用 AMQP 0-9-1。`;
		case 'connection.start-ok':
			return `${client} 以用户 ${event.data.user} 登录。`;
		case 'connection.tune-ok':
			return `${client} 与消息代理商定各项上限。`;
		case 'connection.open':
			return `${client} 打开虚拟主机 ${event.data.vhost}。`;
		case 'connection.close':
			return `${client} 关闭连接。`;
		case 'connection.close-ok':
			return `${client} 同意关闭连接。`;
		case 'channel.open':
			return `${client} 打开信道 ${String(event.data.channel)}。`;
		case 'connection.admitted':
			return `${client} 获准进入虚拟主机。`;
		case 'connection.channel-closed':
			return `${client} 的信道 ${String(event.data.channel)} 重新可用。`;
		case 'connection.alarm':
			return event.data.on
				? `消息代理不再接收 ${client} 的消息。`
				: `消息代理恢复接收 ${client} 的消息。`;
		case 'connection.publishing':
			return `消息代理内存不足时 ${client} 仍在发布消息：它的连接被阻塞。`;
		case 'connection.failed':
			return sentence(`消息代理关闭 ${client} 的连接：${event.data.text}`);

		case 'channel.opened':
			return `${client} 的信道 ${String(event.data.channel)} 已打开。`;
		case 'channel.alarm':
			return event.data.on
				? `${client} 发布的消息必须等待。`
				: `${client} 在此期间发布的消息现在被接收。`;
		case 'channel.gone':
			return `${client} 的一个信道随连接一起消失。`;
		case 'channel.close':
			return `${client} 关闭一个信道。`;
		case 'channel.close-ok':
			return `${client} 同意关闭信道。`;
		case 'channel.answered':
			return `消息代理答复 ${client}：${event.data.method}。`;
		case 'channel.refused':
			return sentence(`消息代理拒绝了 ${client} 的要求：${event.data.text}`);

		case 'exchange.declare':
			return `${client} ${event.data.passive ? '查询' : '声明'}交换机 ${event.data.exchange}。`;
		case 'exchange.delete':
			return `${client} 删除交换机 ${event.data.exchange}。`;
		case 'exchange.bind':
			return `${client} 把交换机 ${event.data.destination} 绑定到 ${event.data.source}。`;
		case 'exchange.unbind':
			return `${client} 解除交换机 ${event.data.destination} 与 ${event.data.source} 的绑定。`;
		case 'queue.declare': {
			const { queue, passive, exclusive } = event.data;
			if (passive) return `${client} 查询队列 ${shortName(queue)}。`;
			if (queue !== '') return `${client} 声明队列 ${shortName(queue)}。`;
			return `${client} 声明一个${exclusive ? '独占' : ''}队列，名称由消息代理决定。`;
		}
		case 'queue.bind':
			return `${client} 把队列 ${shortName(event.data.queue)} 绑定到${exchangeWords(event.data.exchange)}。`;
		case 'queue.unbind':
			return `${client} 解除队列 ${shortName(event.data.queue)} 与${exchangeWords(event.data.exchange)} 的绑定。`;
		case 'queue.purge':
			return `${client} 清空队列 ${shortName(event.data.queue)}。`;
		case 'queue.delete':
			return `${client} 删除队列 ${shortName(event.data.queue)}。`;
		case 'basic.qos': {
			const limit = event.data.prefetchCount;
			return limit === 0
				? `${client} 不限制同时接收的消息数（预取为 0）。`
				: `${client} 最多同时持有 ${String(limit)} 条未确认消息（预取）。`;
		}
		case 'basic.consume':
			return `${client} 要消费队列 ${shortName(event.data.queue)} 的消息。`;
		case 'basic.cancel':
			return `${client} 取消消费者 ${shortName(event.data.consumerTag)}。`;
		case 'basic.publish': {
			const { exchange, routingKey, body } = event.data;
			return `${client} 发布${destinationWords(exchange, routingKey)}消息 ${quoted(decodeUtf8(body))}。`;
		}
		case 'basic.get':
			return `${client} 从队列 ${shortName(event.data.queue)} 取一条消息。`;
		case 'basic.ack':
			return `${client} 确认${tags(event.data)}。`;
		case 'basic.nack':
		case 'basic.reject':
			return `${client} 拒绝${tags(event.data)}${event.data.requeue ? '，要求重新入队' : ''}。`;
		case 'basic.recover':
			return `${client} 要求重新投递未确认的消息。`;
		case 'confirm.select':
			return `${client} 开启发布确认。`;

		case 'queue.delivered': {
			const { queue, message, redelivered } = event.data;
			return `${queueWords(queue, index)} 把消息 ${quoted(decodeUtf8(message.body))} ${redelivered ? '再次' : ''}投递给 ${client}。`;
		}
		case 'queue.got':
			return `${queueWords(event.data.queue, index)} 给 ${client} 一条消息。`;
		case 'consumer.started':
			return `${client} 现在是${queueWords(event.data.queue, index)} 的消费者。`;
		case 'consumer.cancelled':
			return `${client} 不再是${queueWords(event.data.queue, index)} 的消费者：队列已不存在。`;
		case 'publish.confirmed': {
			const { publishSeq, accepted } = event.data;
			return `消息代理${accepted ? '已接收' : '未接收'} ${client} 的第 ${String(publishSeq)} 条消息。`;
		}
		case 'publish.returned':
			return sentence(`${client} 的一条消息被退回：${event.data.text}`);
		case 'reply.delivered':
			return `给 ${client} 的直接回复到达：${quoted(decodeUtf8(event.data.message.body))}。`;
		case 'reply.checked':
			return `有人询问 ${client} 是否还在等待直接回复。`;
		case 'credit.asked':
			return `${queueWords(event.data.queue, index)} 询问 ${client} 能否再接收一条消息。`;

		case 'vhost.created':
			return '消息代理已启动，带有虚拟主机 /。';
		case 'vhost.alarm':
			return event.data.on
				? '消息代理内存不足：发布消息的连接被阻塞。'
				: '消息代理的内存恢复充足。';
		case 'vhost.stopping':
			return '消息代理正在停止：关闭所有连接。';
		case 'vhost.stopped':
			return '消息代理已停止：只保留持久化的内容。';
		case 'vhost.started':
			return '消息代理重新启动完毕。';
		case 'vhost.connected':
			return `${clientOf(event.data.connection, index)} 进入虚拟主机。`;
		case 'vhost.connection-gone':
			return `虚拟主机移除 ${clientOf(event.data.connection, index)}：属于其连接的一切随之消失。`;
		case 'vhost.declare-queue': {
			const { queue, connection } = event.data;
			const what = queue === '' ? '一个由它命名的队列' : `队列 ${shortName(queue)}`;
			return `消息代理为 ${clientOf(connection, index)} 查找或创建${what}。`;
		}
		case 'vhost.bind-queue':
			return `消息代理把队列 ${shortName(event.data.queue)} 绑定到${exchangeWords(event.data.exchange)}。`;
		case 'vhost.unbind-queue':
			return `消息代理解除队列 ${shortName(event.data.queue)} 与${exchangeWords(event.data.exchange)} 的绑定。`;
		case 'vhost.declare-exchange':
			return `消息代理查找或创建交换机 ${event.data.exchange}。`;
		case 'vhost.delete-exchange':
			return `消息代理将删除交换机 ${event.data.exchange}。`;
		case 'vhost.bind-exchange':
			return `消息代理把交换机 ${event.data.destination} 绑定到 ${event.data.source}。`;
		case 'vhost.unbind-exchange':
			return `消息代理解除交换机 ${event.data.destination} 与 ${event.data.source} 的绑定。`;
		case 'vhost.queue-gone':
			return `${queueWords(event.data.queue, index)} 从虚拟主机中消失。`;
		case 'vhost.exchange-gone':
			return `交换机 ${event.data.exchange} 从虚拟主机中消失。`;

		case 'exchange.declared': {
			const { name: exchange, type } = event.data.definition;
			return exchange === ''
				? '默认交换机已就绪：它按队列名称路由。'
				: `${type} 交换机 ${exchange} 已就绪。`;
		}
		case 'exchange.publish':
			return `${exchangeWords(name)} 收到消息 ${quoted(decodeUtf8(event.data.body))}，${keyWords(event.data.routingKey)}。`;
		case 'exchange.faulty':
			return `${exchangeWords(name)} 不接收一条消息：不允许这样发布。`;
		case 'exchange.forwarded':
			return `${exchangeWords(name)} 收到另一个交换机转来的消息。`;
		case 'exchange.bound':
			return `${exchangeWords(name)} 新增到 ${bindingActorWords(event.data.binding.destination)} 的绑定（${keyWords(event.data.binding.key)}）。`;
		case 'exchange.unbound':
			return `${exchangeWords(name)} 失去到 ${bindingActorWords(event.data.binding.destination)} 的绑定。`;
		case 'exchange.removed':
			return `${exchangeWords(name)} 将被移除。`;
		case 'exchange.unroutable':
			return `${exchangeWords(name)} 没有为一条消息找到队列：${event.data.returned ? '消息退回给发送者' : '消息到此为止'}。`;

		case 'queue.declared': {
			const owner = index.ownerOfQueue(name);
			return owner === undefined
				? `队列 ${shortName(name)} 已就绪。`
				: `队列 ${shortName(name)} 已就绪；它由 ${owner} 独占。`;
		}
		case 'queue.checked':
			return `${queueWords(name, index)} 已经存在，并报告其消息数和消费者数。`;
		case 'queue.enqueued': {
			const { message, via } = event.data;
			const why = via === null ? '队列名就是路由键' : `绑定：${keyWords(via.key)}`;
			return `${queueWords(name, index)} 接收消息 ${quoted(decodeUtf8(message.body))}（${why}）。`;
		}
		case 'queue.consume':
			return `${queueWords(name, index)} 新增消费者：${clientOf(event.data.connection, index)}。`;
		case 'queue.cancel':
			return `${queueWords(name, index)} 失去消费者：${clientOf(event.data.channel, index)}。`;
		case 'queue.get':
			return `${clientOf(event.data.connection, index)} 向${queueWords(name, index)} 索取一条消息。`;
		case 'queue.acked':
			return `${queueWords(name, index)} 移除 ${clientOf(event.data.channel, index)} 已确认的 ${String(event.data.deliveries.length)} 条消息。`;
		case 'queue.requeued':
			return `${queueWords(name, index)} 收回 ${clientOf(event.data.channel, index)} 的 ${String(event.data.deliveries.length)} 条消息，重新入队。`;
		case 'queue.rejected':
			return `${queueWords(name, index)} 放弃 ${clientOf(event.data.channel, index)} 拒绝的 ${String(event.data.deliveries.length)} 条消息。`;
		case 'queue.channel-gone':
			return `${queueWords(name, index)} 失去 ${clientOf(event.data.channel, index)}：它未确认的消息回到队列。`;
		case 'queue.purged':
			return `${queueWords(name, index)} 被清空。`;
		case 'queue.removed':
			return `${queueWords(name, index)} 将被移除：${reason(event.data.why)}。`;
		case 'queue.expired':
			return `${queueWords(name, index)} 中的一条消息到期。`;
		case 'queue.idle':
			return `${queueWords(name, index)} 太久没有被使用。`;
		case 'queue.stopped':
			return `${queueWords(name, index)} 随消息代理停止，保留持久化的消息。`;
		case 'queue.recovered':
			return `${queueWords(name, index)} 带着保留的消息恢复。`;
		case 'queue.limited':
			return `${queueWords(name, index)} 向 ${clientOf(event.data.channel, index)} 投递前${event.data.limited ? '必须先询问' : '无需再询问'}。`;
		case 'queue.credited':
			return event.data.isGranted
				? `${queueWords(name, index)} 可以向 ${clientOf(event.data.channel, index)} 投递一条消息。`
				: `${queueWords(name, index)} 现在不能向 ${clientOf(event.data.channel, index)} 投递。`;
		case 'queue.resumed':
			return `${queueWords(name, index)} 得知 ${clientOf(event.data.channel, index)} 又能接收消息了。`;
		case 'queue.dropped':
			return `一条消息在${queueWords(name, index)} 中终结：${dropReasons[event.data.reason]}。`;
	}
}

const dropReasons = {
	maxlen: '队列已满',
	'reject-publish': '队列已满，不再接收',
	rejected: '消费者拒绝了它',
	delivery_limit: '投递次数过多',
	restart: '它不是持久化消息，而消息代理重启了'
} as const;

function tags(data: { readonly deliveryTag: number; readonly multiple?: boolean }): string {
	return tagWords(data.deliveryTag, data.multiple === true);
}
