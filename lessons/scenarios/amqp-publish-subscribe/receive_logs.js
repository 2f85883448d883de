// Prints everything that is told while it runs: node receive_logs.js
const amqp = require('amqplib/callback_api');

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		channel.assertExchange('logs', 'fanout', { durable: false });

		// A queue of its own: the broker makes up the name and deletes the queue with the connection.
		channel.assertQueue('', { exclusive: true }, (queueError, { queue }) => {
			if (queueError) throw queueError;
			channel.bindQueue(queue, 'logs', '');
			console.log(' [*] Waiting for logs');
			channel.consume(
				queue,
				(message) => {
					console.log(' [x] %s', message.content.toString());
				},
				{ noAck: true }
			);
		});
	});
});
