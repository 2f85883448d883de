// Prints the keys of reports that fit its pattern: node watch.js thermometer
const amqp = require('amqplib');
const patterns = require('./patterns.js');

async function main() {
	const [watcher] = process.argv.slice(2);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('house', 'topic', { durable: false });
	const { queue } = await channel.assertQueue('', { exclusive: true });
	await channel.bindQueue(queue, 'house', patterns[watcher]);
	await channel.consume(queue, (report) => console.log(report.fields.routingKey), { noAck: true });
}

main();
