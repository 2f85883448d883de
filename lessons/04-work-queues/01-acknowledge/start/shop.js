// Puts four orders into the queue `orders`.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('orders', { durable: true });
	for (const cake of ['apple', 'cherry', 'lemon', 'plum']) {
		channel.sendToQueue('orders', Buffer.from(cake), { persistent: true, messageId: cake });
		console.log(' [x] Ordered %s cake', cake);
	}
	await channel.close();
	await connection.close();
}

main();
