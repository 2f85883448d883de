// Answers requests for Fibonacci numbers that arrive in the queue `rpc_queue`.
const amqp = require('amqplib');

function fibonacci(n) {
	let [current, next] = [0, 1];
	for (let step = 0; step < n; step++) [current, next] = [next, current + next];
	return current;
}

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('rpc_queue', { durable: false });

	// One request at a time: the next one waits in the queue, or goes to another server.
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
