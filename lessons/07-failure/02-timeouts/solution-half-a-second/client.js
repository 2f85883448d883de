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

	// Asks the bank to take an amount. Gives the new balance; fails when nothing is heard within 400 ms.
	function deposit(amount) {
		const correlationId = randomUUID();
		channel.sendToQueue('deposits', Buffer.from(amount), { replyTo: queue, correlationId });
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				waiting.delete(correlationId);
				reject(new Error('no answer'));
			}, 500);
			waiting.set(correlationId, (balance) => {
				clearTimeout(timer);
				resolve(balance);
			});
		});
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
