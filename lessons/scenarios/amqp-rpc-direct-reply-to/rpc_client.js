// Asks for Fibonacci numbers without any callback queue: node rpc_client.js 20 12
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

// Not a queue: a name by which the broker sends answers straight to this channel.
const directReplyTo = 'amq.rabbitmq.reply-to';

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	// One has to consume from it before the first question, and without acknowledgements.
	const waiting = new Map();
	await channel.consume(
		directReplyTo,
		(reply) => {
			waiting.get(reply.properties.correlationId)?.(Number(reply.content.toString()));
			waiting.delete(reply.properties.correlationId);
		},
		{ noAck: true }
	);

	function ask(n) {
		const correlationId = randomUUID();
		console.log(' [x] Requesting fib(%d)', n);
		channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
			correlationId,
			replyTo: directReplyTo
		});
		return new Promise((resolve) => waiting.set(correlationId, resolve));
	}

	await Promise.all(numbers.map(async (n) => console.log(' [.] fib(%d) is %d', n, await ask(n))));
	await connection.close();
}

main();
