// Asks for several Fibonacci numbers at once, all through one callback queue:
// node rpc_client.js 22 16 20
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	if (numbers.length === 0 || numbers.some(Number.isNaN)) {
		console.log('Usage: rpc_client.js number [number...]');
		process.exit(1);
	}

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue: callbackQueue } = await channel.assertQueue('', { exclusive: true });

	// Which number each correlation id stands for, as long as its answer is missing.
	const waiting = new Map();

	await channel.consume(
		callbackQueue,
		async (reply) => {
			const n = waiting.get(reply.properties.correlationId);
			if (n === undefined) return;
			waiting.delete(reply.properties.correlationId);
			console.log(' [.] fib(%d) is %s', n, reply.content.toString());
			if (waiting.size === 0) await connection.close();
		},
		{ noAck: true }
	);

	for (const n of numbers) {
		const correlationId = randomUUID();
		waiting.set(correlationId, n);
		console.log(' [x] Requesting fib(%d)', n);
		channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
			correlationId,
			replyTo: callbackQueue
		});
	}
}

main();
