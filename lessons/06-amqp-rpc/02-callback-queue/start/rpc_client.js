// Asks for several Fibonacci numbers at once, all through one callback queue:
// node rpc_client.js 22 8 20
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue: callbackQueue } = await channel.assertQueue('', { exclusive: true });

	// The questions that still wait for an answer, the oldest first.
	const waiting = [];

	await channel.consume(
		callbackQueue,
		async (reply) => {
			// TASK: is this really the answer to the oldest question?
			const question = waiting.shift();
			if (question === undefined) return;
			console.log(' [.] fib(%d) is %s', question.n, reply.content.toString());
			if (waiting.length === 0) await connection.close();
		},
		{ noAck: true }
	);

	for (const n of numbers) {
		const correlationId = randomUUID();
		waiting.push({ n, correlationId });
		console.log(' [x] Requesting fib(%d)', n);
		channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
			correlationId,
			replyTo: callbackQueue
		});
	}
}

main();
