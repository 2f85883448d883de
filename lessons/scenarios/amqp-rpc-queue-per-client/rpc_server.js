// Answers requests for Fibonacci numbers, the slow way. It sends each answer to the address the request names,
// whatever kind of address that is.
const amqp = require('amqplib');

function fibonacci(n) {
	return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('rpc_queue', { durable: false });
	await channel.prefetch(1);

	await channel.consume('rpc_queue', (request) => {
		const { replyTo, correlationId } = request.properties;
		const n = Number.parseInt(request.content.toString(), 10);
		console.log(' [.] fib(%d)', n);

		const answer = fibonacci(n);
		channel.sendToQueue(replyTo, Buffer.from(String(answer)), { correlationId });
		channel.ack(request);
	});
	console.log(' [x] Awaiting RPC requests');
}

main();
