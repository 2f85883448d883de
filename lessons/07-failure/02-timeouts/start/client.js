// Pays amounts into an account: node client.js 10 20
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
			waiting.get(correlationId)?.(reply.content.toString());
			waiting.delete(correlationId);
		},
		{ noAck: true }
	);

	// TASK: do not wait for ever, but long enough.
	// Asks the bank to take an amount. Gives the new balance.
	function deposit(amount) {
		const correlationId = randomUUID();
		channel.sendToQueue('deposits', Buffer.from(amount), { replyTo: queue, correlationId });
		return new Promise((resolve) => waiting.set(correlationId, resolve));
	}

	for (const amount of process.argv.slice(2)) {
		try {
			console.log('paid %s, the balance is %s', amount, await deposit(amount));
		} catch (error) {
			console.log('%s: %s', amount, error.message);
		}
	}
	await connection.close();
}

main();
