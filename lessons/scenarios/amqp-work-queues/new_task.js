// Puts tasks into the queue `task_queue`, one for each argument: node new_task.js resize... "send mail."
// Each dot is a piece of work.
const amqp = require('amqplib/callback_api');

const tasks = process.argv.slice(2);
if (tasks.length === 0) tasks.push('Hello World!');

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		// A durable queue and persistent messages outlive a restart of the broker.
		channel.assertQueue('task_queue', { durable: true });
		for (const task of tasks) {
			channel.sendToQueue('task_queue', Buffer.from(task), { persistent: true });
			console.log(" [x] Sent '%s'", task);
		}
	});

	setTimeout(() => {
		connection.close();
		process.exit(0);
	}, 200);
});
