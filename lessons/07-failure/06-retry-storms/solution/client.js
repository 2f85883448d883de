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

	for (let pauseMs = 120; !isAnswered; pauseMs *= 2) {
		channel.sendToQueue('questions', Buffer.from('?'), {
			replyTo: queue,
			correlationId: 'mine',
			// Nobody wants an answer to a question that has been asked again.
			expiration: String(pauseMs)
		});
		await wait(pauseMs);
	}
	await connection.close();
}

main();
