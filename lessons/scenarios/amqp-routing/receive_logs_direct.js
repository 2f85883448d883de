// Prints what is told of the severities it is asked for: node receive_logs_direct.js warning error
const amqp = require('amqplib');

async function main() {
	const severities = process.argv.slice(2);
	if (severities.length === 0) {
		console.log('Usage: receive_logs_direct.js [info] [warning] [error]');
		process.exit(1);
	}

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('direct_logs', 'direct', { durable: false });

	// One queue may have many bindings: one for each severity.
	const { queue } = await channel.assertQueue('', { exclusive: true });
	for (const severity of severities) await channel.bindQueue(queue, 'direct_logs', severity);

	await channel.consume(
		queue,
		(message) => {
			console.log(" [x] %s: '%s'", message.fields.routingKey, message.content.toString());
		},
		{ noAck: true }
	);
	console.log(' [*] Waiting for %s', severities.join(' and '));
}

main();
