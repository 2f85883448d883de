// A bank account behind a queue: each request is an amount to pay in.
const amqp = require('amqplib');

let balance = 0;
// What was answered, by the id of the request.
const answers = new Map();

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('deposits');
	await channel.consume('deposits', (request) => {
		const { replyTo, correlationId } = request.properties;
		if (answers.has(correlationId)) {
			channel.ack(request);
			return;
		}
		{
			balance += Number(request.content.toString());
			console.log('balance: %d', balance);
			answers.set(correlationId, String(balance));
		}
		channel.sendToQueue(replyTo, Buffer.from(answers.get(correlationId)), { correlationId });
		channel.ack(request);
	});
}

main();
