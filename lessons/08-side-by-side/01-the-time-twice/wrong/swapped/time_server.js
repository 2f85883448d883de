// Tells the time through the queue `time`. The broker knows no "return values": an answer is one message of bytes.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('time');
	await channel.consume('time', (request) => {
		const [arg1, arg2] = JSON.parse(request.content.toString());
		console.log('time-%s - arg1: %s; arg2: %d', process.argv[2], arg1, arg2);
		const now = new Date();
		const answer = [now.getHours(), now.getSeconds(), now.getMinutes()];
		const { replyTo, correlationId } = request.properties;
		channel.sendToQueue(replyTo, Buffer.from(JSON.stringify(answer)), { correlationId });
		channel.ack(request);
	});
}

main();
