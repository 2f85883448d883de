// Tells everybody who listens: node emit_log.js The printer is on fire
const amqp = require('amqplib/callback_api');

const text = process.argv.slice(2).join(' ') || 'info: Hello World!';

amqp.connect('amqp://localhost', (connectError, connection) => {
	if (connectError) throw connectError;
	connection.createChannel((channelError, channel) => {
		if (channelError) throw channelError;

		// The message goes to the exchange, not to a queue: who gets it is not the sender's business.
		channel.assertExchange('logs', 'fanout', { durable: false });
		channel.publish('logs', '', Buffer.from(text));
		console.log(' [x] Sent %s', text);
	});

	setTimeout(() => {
		connection.close();
		process.exit(0);
	}, 200);
});
