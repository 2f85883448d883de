// Tells what a sensor measures. The routing key says where and what: node sensor.js north.2.smoke alarm
const amqp = require('amqplib');

async function main() {
	const [key = 'north.1.temperature', value = '21'] = process.argv.slice(2);

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('sensors', 'topic', { durable: false });

	// Words with dots between them: building, floor, kind.
	channel.publish('sensors', key, Buffer.from(value));
	console.log(" [x] Sent %s: '%s'", key, value);

	await channel.close();
	await connection.close();
}

main();
