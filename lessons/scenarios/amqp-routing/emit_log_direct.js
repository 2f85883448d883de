// Tells something of a certain severity: node emit_log_direct.js error The disk is full
const amqp = require('amqplib');

async function main() {
	const [severity = 'info', ...words] = process.argv.slice(2);
	const text = words.join(' ') || 'Hello World!';

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('direct_logs', 'direct', { durable: false });

	// The severity is the routing key: only queues bound with just this key get the message.
	channel.publish('direct_logs', severity, Buffer.from(text));
	console.log(" [x] Sent %s: '%s'", severity, text);

	await channel.close();
	await connection.close();
}

main();
