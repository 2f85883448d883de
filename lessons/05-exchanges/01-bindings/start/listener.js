// Prints lines of the exchange `log`: node listener.js info warning
const amqp = require('amqplib');

async function main() {
	const levels = process.argv.slice(2);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('log', 'direct', { durable: false });
	const { queue } = await channel.assertQueue('', { exclusive: true });
	// TASK: bind the queue for every level that was asked for.
	await channel.bindQueue(queue, 'log', levels[0]);
	await channel.consume(
		queue,
		(line) => {
			console.log('%s: %s', line.fields.routingKey, line.content.toString());
		},
		{ noAck: true }
	);
}

main();
