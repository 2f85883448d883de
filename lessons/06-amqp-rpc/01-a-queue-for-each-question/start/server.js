// Answers with the square of the number it is asked, through the queue `squares`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('squares', { durable: false });
	await channel.prefetch(1);

	await channel.consume('squares', (request) => {
		const number = Number(request.content.toString());
		const { replyTo, correlationId } = request.properties;
		channel.sendToQueue(replyTo, Buffer.from(String(number * number)), { correlationId });
		channel.ack(request);
	});
}

main();
