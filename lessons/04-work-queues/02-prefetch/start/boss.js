// Puts tasks into the queue `tasks`: node boss.js 300 10 10 10 (milliseconds each task takes)
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('tasks');
	process.argv.slice(2).forEach((takesMs, index) => {
		channel.sendToQueue('tasks', Buffer.from(takesMs), { messageId: String(index + 1) });
	});
	await channel.close();
	await connection.close();
}

main();
