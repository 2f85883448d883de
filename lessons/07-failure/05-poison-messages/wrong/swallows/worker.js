// Resizes pictures: each task is JSON, { "picture": "a.png", "width": 100 }.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	// What is refused for good goes to the queue `failed`.
	await channel.assertQueue('failed');
	await channel.assertQueue('pictures', {
		deadLetterExchange: '',
		deadLetterRoutingKey: 'failed'
	});
	await channel.prefetch(1);

	await channel.consume('pictures', (task) => {
		try {
			const { picture, width } = JSON.parse(task.content.toString());
			console.log(' [x] %s is %d pixels wide now', picture, width);
			channel.ack(task);
		} catch (error) {
			console.log(' [!] %s', error.name);
			channel.ack(task);
		}
	});
}

main();
