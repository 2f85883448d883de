// Sends orders. The number behind the colon says how often the payment will fail: node shop.js book:0 lamp:1
const amqp = require('amqplib');
const { declareTopology } = require('./topology.js');

async function main() {
	const orders = process.argv.slice(2);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await declareTopology(channel);

	for (const order of orders) {
		channel.sendToQueue('orders', Buffer.from(order), { persistent: true });
		console.log(' [x] Ordered %s', order);
	}

	await channel.close();
	await connection.close();
}

main();
