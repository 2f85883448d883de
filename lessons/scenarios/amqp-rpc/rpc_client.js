// Asks for one Fibonacci number and prints the answer: node rpc_client.js 35
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const n = Number.parseInt(process.argv[2], 10);
	if (Number.isNaN(n)) {
		console.log('Usage: rpc_client.js number');
		process.exit(1);
	}

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	// The callback queue: the broker chooses its name, and it belongs to this connection alone.
	const { queue: callbackQueue } = await channel.assertQueue('', { exclusive: true });
	const correlationId = randomUUID();

	await channel.consume(
		callbackQueue,
		async (reply) => {
			// A reply to some other question is not ours to print.
			if (reply.properties.correlationId !== correlationId) return;
			console.log(' [.] Got %s', reply.content.toString());
			await connection.close();
		},
		{ noAck: true }
	);

	console.log(' [x] Requesting fib(%d)', n);
	channel.sendToQueue('rpc_queue', Buffer.from(String(n)), {
		correlationId,
		replyTo: callbackQueue
	});
}

main();
