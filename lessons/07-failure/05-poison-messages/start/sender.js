// Sends three tasks; the second one is broken.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const tasks = [
		'{ "picture": "a.png", "width": 100 }',
		'{ "picture": "b.png", "wid',
		'{ "picture": "c.png", "width": 300 }'
	];
	for (const task of tasks) channel.sendToQueue('pictures', Buffer.from(task));
	await channel.close();
	await connection.close();
}

main();
