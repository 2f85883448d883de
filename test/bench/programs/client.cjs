// Makes `total` calls, keeping `window` of them open, over one callback queue; prints how long that took.
const amqp = require('amqplib');

const [total, window] = process.argv.slice(2).map(Number);

(async () => {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('bench.rpc', { durable: false });
	const { queue } = await channel.assertQueue('', { exclusive: true });
	const open = new Set();
	const startedAt = Date.now();
	let sent = 0;
	let answered = 0;
	const ask = () => {
		const correlationId = String(sent++);
		open.add(correlationId);
		channel.sendToQueue('bench.rpc', Buffer.from(correlationId), { correlationId, replyTo: queue });
	};
	await channel.consume(
		queue,
		(reply) => {
			if (!open.delete(reply.properties.correlationId)) return;
			answered += 1;
			if (sent < total) ask();
			if (answered < total) return;
			console.log('answered %d calls in %d ms', answered, Date.now() - startedAt);
			connection.close();
		},
		{ noAck: true }
	);
	while (sent < Math.min(window, total)) ask();
})();
