// Writes four lines to the exchange `log`, each under its level.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('log', 'direct', { durable: false });
	const lines = [
		['info', 'the shop opens'],
		['warning', 'only three cakes left'],
		['error', 'the oven is on fire'],
		['info', 'the shop closes']
	];
	for (const [level, line] of lines) channel.publish('log', level, Buffer.from(line));
	await channel.close();
	await connection.close();
}

main();
