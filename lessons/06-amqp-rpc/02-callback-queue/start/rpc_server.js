// Answers requests for Fibonacci numbers from the queue `rpc_queue`, one at a time.
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
		const answer = fibonacci(n);
		console.log(' [.] fib(%d) is %d', n, answer);
		channel.sendToQueue(replyTo, Buffer.from(String(answer)), { correlationId });

		// Keeping the books takes 300 ms; only then is the request really done.
		setTimeout(() => channel.ack(request), 300);
	});
	console.log(' [x] Awaiting RPC requests');
}

main();
