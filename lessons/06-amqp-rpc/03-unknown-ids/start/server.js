// Answers twice, as a server does whose acknowledgement was lost: the broker gave it the same request again.
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
		if (number % 2 === 1) {
			channel.sendToQueue(replyTo, Buffer.from(String(number * number)), { correlationId });
		}
		channel.ack(request);
	});
}

main();
