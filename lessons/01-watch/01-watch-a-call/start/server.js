// Adds two numbers for whoever asks through the queue `sums`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('sums');

	await channel.consume('sums', (request) => {
		const { a, b } = JSON.parse(request.content.toString());
		const { replyTo, correlationId } = request.properties;
		console.log(' [.] %d + %d, answer to %s', a, b, replyTo);

		channel.sendToQueue(replyTo, Buffer.from(String(a + b)), { correlationId });
		channel.ack(request);
	});
	console.log(' [*] Waiting for questions');
}

main();
