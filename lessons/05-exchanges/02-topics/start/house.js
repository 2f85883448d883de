// Reports what the house measures, under keys like `kitchen.oven.temperature`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('house', 'topic', { durable: false });
	const reports = {
		'kitchen.oven.temperature': '220',
		'kitchen.window.open': 'yes',
		'cellar.temperature': '12',
		'garden.pond.water.temperature': '9'
	};
	for (const [key, value] of Object.entries(reports)) {
		channel.publish('house', key, Buffer.from(value));
	}
	await channel.close();
	await connection.close();
}

main();
