// Does tasks from the queue `tasks`: each says how many milliseconds it takes.
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('tasks');
	await channel.prefetch(1);
	let busyUntil = Date.now();

	await channel.consume('tasks', (task) => {
		// One thing at a time: a task begins when the one before is done.
		busyUntil = Math.max(busyUntil, Date.now()) + Number(task.content.toString());
		setTimeout(() => {
			console.log(' [x] task %s is done', task.properties.messageId);
			channel.ack(task);
		}, busyUntil - Date.now());
	});
	console.log(' [*] Waiting for tasks');
}

main();
