// A depot with room for two parcels. An open one hands them out: node depot.js berlin open
const amqp = require('amqplib');

async function main() {
	const [city, state] = process.argv.slice(2);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertExchange('parcels', 'direct', { durable: true });

	const queue = `depot.${city}`;
	// Full means full: the newcomer is refused. Without `overflow` the oldest would have to go.
	await channel.assertQueue(queue, {
		durable: true,
		maxLength: 2,
		arguments: { 'x-overflow': 'reject-publish' }
	});
	await channel.bindQueue(queue, 'parcels', city);
	console.log(' [*] %s is %s', city, state);
	if (state !== 'open') return;

	await channel.consume(queue, (parcel) => {
		console.log(' [x] Handed out %s', parcel.content.toString());
		channel.ack(parcel);
	});
}

main();
