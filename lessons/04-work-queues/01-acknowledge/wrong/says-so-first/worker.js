// Bakes what is ordered through the queue `orders`. A cake takes 300 ms.
const amqp = require('amqplib');
const { setTimeout: wait } = require('timers/promises');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('orders', { durable: true });
	await channel.prefetch(1);

	// One oven: a cake goes in when the one before is out.
	let oven = Promise.resolve();

	await channel.consume('orders', (order) => {
		const cake = order.content.toString();
		console.log(' [x] %s cake is baked', cake);
		channel.ack(order);
		oven = oven.then(async () => {
			console.log(' [ ] Baking %s cake', cake);
			await wait(300);
		});
	});
}

main();
