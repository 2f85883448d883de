// Asks one question, until there is an answer.
const amqp = require('amqplib');
const { setTimeout: wait } = require('timers/promises');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	let isAnswered = false;
	await channel.consume(
		queue,
		() => {
			if (!isAnswered) console.log('answered');
			isAnswered = true;
		},
		{ noAck: true }
	);

	channel.sendToQueue('questions', Buffer.from('?'), {
		replyTo: queue,
		correlationId: 'mine',
		expiration: '300'
	});
	await wait(400);
	await connection.close();
}

main();
