// Prints every message of the queue `hello`, for as long as it runs: node receive.js
const amqp = require('amqplib/callback_api');

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		channel.assertQueue('hello', { durable: false });
		console.log(' [*] Waiting for messages in hello');
		channel.consume(
			'hello',
			(message) => {
				console.log(' [x] Received %s', message.content.toString());
			},
			{ noAck: true }
		);
	});
});
