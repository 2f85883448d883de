// Answers with the square of the number it is asked, through the queue `squares`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('squares', { durable: false });
	await channel.prefetch(1);
	let busyUntil = 0;

	await channel.consume('squares', (request) => {
		const number = Number(request.content.toString());
		const { replyTo, correlationId } = request.properties;
		// Squares are hard work here: 60 ms each, one after the other.
		busyUntil = Math.max(busyUntil, Date.now()) + 60;
		setTimeout(() => {
			channel.sendToQueue(replyTo, Buffer.from(String(number * number)), { correlationId });
			channel.ack(request);
		}, busyUntil - Date.now());
	});
	console.log(' [*] Ready');
}

main();
