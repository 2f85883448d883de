// Answers with the square of the number it is asked, through the queue `squares`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('squares', { durable: false });
	let busyUntil = 0;

	await channel.consume('squares', (request) => {
		const number = Number(request.content.toString());
		const { replyTo, correlationId } = request.properties;
		channel.ack(request);
		// Squares are hard work here: 60 ms each, one after the other.
		busyUntil = Math.max(busyUntil, Date.now()) + 60;
		setTimeout(() => {
			channel.sendToQueue(replyTo, Buffer.from(String(number * number)), { correlationId });
		}, busyUntil - Date.now());
	});
}

main();
