// Asks for squares: node client.js 1 2 3 4 5 6
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const waiting = new Map();
	await channel.consume(
		'amq.rabbitmq.reply-to',
		(reply) => {
			const { correlationId } = reply.properties;
			waiting.get(correlationId)?.(reply.content.toString());
			waiting.delete(correlationId);
		},
		{ noAck: true }
	);

	function square(number) {
		const correlationId = randomUUID();
		const answer = new Promise((resolve) => waiting.set(correlationId, resolve));
		channel.sendToQueue('squares', Buffer.from(String(number)), {
			replyTo: 'amq.rabbitmq.reply-to',
			correlationId
		});
		return answer;
	}

	const numbers = process.argv.slice(2).map(Number);
	const squares = await Promise.all(numbers.map(square));
	numbers.forEach((number, index) => console.log('%d -> %s', number, squares[index]));
	await connection.close();
}

main();
