// Reads what could not be paid: node clerk.js
const amqp = require('amqplib');
const { declareTopology } = require('./topology.js');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await declareTopology(channel);

	await channel.consume('orders.failed', (message) => {
		console.log(' [x] Call the customer: %s', message.content.toString());
		channel.ack(message);
	});
	console.log(' [*] Waiting for failed orders');
}

main();
