// Takes tasks from the queue `task_queue` and works a tenth of a second for each dot in them: node worker.js
const amqp = require('amqplib/callback_api');

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		channel.assertQueue('task_queue', { durable: true });

		// No second task before the first one is acknowledged. Try it without this line.
		channel.prefetch(1);
		console.log(' [*] Waiting for tasks');

		channel.consume('task_queue', (message) => {
			const task = message.content.toString();
			const dots = task.split('.').length - 1;
			console.log(" [x] Received '%s'", task);

			setTimeout(() => {
				console.log(" [x] Done with '%s'", task);
				channel.ack(message);
			}, dots * 100);
		});
	});
});
