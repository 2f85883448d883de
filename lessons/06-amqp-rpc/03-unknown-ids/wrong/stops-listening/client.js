// Asks for squares: node client.js 1 2 3 4 5 6
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	const waiting = new Map();
	await channel.consume(
		queue,
		(reply) => {
			const { correlationId } = reply.properties;
			const resolve = waiting.get(correlationId);
			// Answered before, or never asked by us: nobody waits for it.
			if (resolve === undefined) return channel.cancel(reply.fields.consumerTag);
			waiting.delete(correlationId);
			resolve(reply.content.toString());
		},
		{ noAck: true }
	);

	function square(number) {
		const correlationId = randomUUID();
		const answer = new Promise((resolve) => waiting.set(correlationId, resolve));
		channel.sendToQueue('squares', Buffer.from(String(number)), { replyTo: queue, correlationId });
		return answer;
	}

	const numbers = process.argv.slice(2).map(Number);
	const squares = await Promise.all(numbers.map(square));
	numbers.forEach((number, index) => console.log('%d -> %s', number, squares[index]));
	await connection.close();
}

main();
