// Asks for Fibonacci numbers, with one callback queue for all answers: node rpc_client.js 20 12
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue: callbackQueue } = await channel.assertQueue('', { exclusive: true });

	// Answers come in any order: the correlation id says which question each belongs to.
	const waiting = new Map();
	await channel.consume(
		callbackQueue,
		(reply) => {
			const resolve = waiting.get(reply.properties.correlationId);
			if (resolve === undefined) return; // nobody asked, or it was answered before
			waiting.delete(reply.properties.correlationId);
			resolve(Number(reply.content.toString()));
		},
		{ noAck: true }
	);

	function ask(n) {
		const correlationId = randomUUID();
		console.log(' [x] Requesting fib(%d)', n);
		channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
			correlationId,
			replyTo: callbackQueue
		});
		return new Promise((resolve) => waiting.set(correlationId, resolve));
	}

	await Promise.all(numbers.map(async (n) => console.log(' [.] fib(%d) is %d', n, await ask(n))));
	await connection.close();
}

main();
