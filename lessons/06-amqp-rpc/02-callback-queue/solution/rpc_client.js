// Asks for several Fibonacci numbers at once, all through one callback queue:
// node rpc_client.js 22 8 20
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue: callbackQueue } = await channel.assertQueue('', { exclusive: true });

	// The questions that still wait for an answer, by their correlation ids.
	const waiting = new Map();

	await channel.consume(
		callbackQueue,
		async (reply) => {
			const { correlationId } = reply.properties;
			const n = waiting.get(correlationId);
			// Not asked by us, or answered before: somebody else's business. Throw it away.
			if (n === undefined) return;
			waiting.delete(correlationId);
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
