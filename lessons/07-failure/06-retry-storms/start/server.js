// Answers questions, 30 ms of work each, one after the other.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('questions');
	await channel.prefetch(1);
	let count = 0;
	await channel.consume('questions', (question) => {
		setTimeout(() => {
			count += 1;
			console.log('answered %d questions', count);
			const { replyTo, correlationId } = question.properties;
			channel.sendToQueue(replyTo, Buffer.from('yes'), { correlationId });
			channel.ack(question);
		}, 30);
	});
}

main();
