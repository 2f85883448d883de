// A pair of RPC programs for tests: one callback queue, correlation ids, a server that works through `prefetch` at a time.
export const rpcFiles = {
	'server.js': `
const amqp = require('amqplib');
const [prefetch = '1', delay = '0'] = process.argv.slice(2);
amqp.connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	await channel.assertQueue('rpc', { durable: false });
	await channel.prefetch(Number(prefetch));
	await channel.consume('rpc', (request) => {
		setTimeout(() => {
			const { replyTo, correlationId } = request.properties;
			channel.sendToQueue(replyTo, Buffer.from('re ' + request.content), { correlationId });
			channel.ack(request);
		}, Number(delay));
	});
});
`,
	'client.js': `
const amqp = require('amqplib');
const words = process.argv.slice(2);
amqp.connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	await channel.assertQueue('rpc', { durable: false });
	const { queue } = await channel.assertQueue('', { exclusive: true });
	let open = words.length;
	await channel.consume(queue, (reply) => {
		console.log(String(reply.content), reply.properties.correlationId);
		if (--open === 0) connection.close();
	}, { noAck: true });
	words.forEach((word, index) => {
		channel.sendToQueue('rpc', Buffer.from(word), { correlationId: 'c' + index, replyTo: queue });
	});
});
`
};
