// Prints what sensors tell, as far as it fits the patterns it is given: node watch.js "north.#" "*.*.smoke"
// A star stands for exactly one word, a hash for any number of words.
const amqp = require('amqplib');

async function main() {
	const patterns = process.argv.slice(2);
	if (patterns.length === 0) {
		console.log('Usage: watch.js <building>.<floor>.<kind>');
		process.exit(1);
	}

	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('sensors', 'topic', { durable: false });

	const { queue } = await channel.assertQueue('', { exclusive: true });
	for (const pattern of patterns) await channel.bindQueue(queue, 'sensors', pattern);

	await channel.consume(
		queue,
		(message) => {
			console.log(" [x] %s: '%s'", message.fields.routingKey, message.content.toString());
		},
		{ noAck: true }
	);
	console.log(' [*] Watching %s', patterns.join(' and '));
}

main();
