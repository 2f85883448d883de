// A bank account behind a queue: each request is an amount to pay in.
const amqp = require('amqplib');

let balance = 0;

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('deposits');
	await channel.consume('deposits', (request) => {
		const { replyTo, correlationId } = request.properties;
		// TASK: this may be a request that was carried out before.
		balance += Number(request.content.toString());
		console.log('balance: %d', balance);
		channel.sendToQueue(replyTo, Buffer.from(String(balance)), { correlationId });
		channel.ack(request);
	});
}

main();
