// Publishes so many messages, in turns of a thousand; then takes and acknowledges them all, a hundred at a time.
const amqp = require('amqplib');

const total = Number(process.argv[2]);
const body = Buffer.from('message');

amqp.connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createConfirmChannel();
	await channel.assertQueue('backlog');
	for (let sent = 0; sent < total; sent += 1000) {
		for (let count = 0; count < 1000; count++) channel.sendToQueue('backlog', body);
		await channel.waitForConfirms();
	}
	let taken = 0;
	await channel.prefetch(100);
	await channel.consume('backlog', (message) => {
		channel.ack(message);
		if (++taken === total) channel.close().then(() => connection.close());
	});
});
