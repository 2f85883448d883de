// Answers every request with its own content, as fast as it can.
const amqp = require('amqplib');

(async () => {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await channel.assertQueue('bench.rpc', { durable: false });
	await channel.consume('bench.rpc', (request) => {
		const { replyTo, correlationId } = request.properties;
		channel.sendToQueue(replyTo, request.content, { correlationId });
		channel.ack(request);
	});
})();
