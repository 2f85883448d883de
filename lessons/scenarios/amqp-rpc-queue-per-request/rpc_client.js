// Asks for Fibonacci numbers, with a callback queue for each question: node rpc_client.js 20 12
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function ask(channel, n) {
	// A new queue for this one answer: two round trips to the broker before the question can even leave.
	const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });

	let answered;
	const answer = new Promise((resolve) => (answered = resolve));
	const { consumerTag } = await channel.consume(
		queue,
		(reply) => answered(Number(reply.content.toString())),
		{ noAck: true }
	);

	console.log(' [x] Requesting fib(%d)', n);
	channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
		correlationId: randomUUID(),
		replyTo: queue
	});

	const result = await answer;
	await channel.cancel(consumerTag); // its only consumer gone, the queue goes as well
	return result;
}

async function main() {
	const numbers = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	await Promise.all(
		numbers.map(async (n) => console.log(' [.] fib(%d) is %d', n, await ask(channel, n)))
	);
	await connection.close();
}

main();
