// Puts one message into the queue `hello`: node send.js Hello World!
const amqp = require('amqplib/callback_api');

const text = process.argv.slice(2).join(' ') || 'Hello World!';

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		// Sender and receiver both declare the queue: whoever comes first makes it.
		channel.assertQueue('hello', { durable: false });
		channel.sendToQueue('hello', Buffer.from(text));
		console.log(' [x] Sent %s', text);
	});

	// Publishing is not answered, so give the message time to leave before hanging up.
	setTimeout(() => {
		connection.close();
		process.exit(0);
	}, 200);
});
