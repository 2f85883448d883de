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
	let done;
	await channel.consume(callbackQueue, (reply) => done(reply.content.toString()), { noAck: true });
	for (const n of numbers) {
		console.log(' [x] Requesting fib(%d)', n);
		const answer = await new Promise((resolve) => {
			done = resolve;
			channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
				correlationId: randomUUID(),
				replyTo: callbackQueue
			});
		});
		console.log(' [.] fib(%d) is %s', n, answer);
	}
	await connection.close();
}

main();
