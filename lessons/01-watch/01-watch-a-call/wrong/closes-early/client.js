// Has somebody else add two numbers: node client.js 20 22
const amqp = require('amqplib');

async function main() {
	const [a, b] = process.argv.slice(2).map(Number);
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	// A queue of our own, for the answers. The broker gives it a name.
	const { queue: answers } = await channel.assertQueue('', { exclusive: true });
	await channel.consume(
		answers,
		(reply) => {
			console.log(' [x] The answer is %s', reply.content.toString());
			connection.close();
		},
		{ noAck: true }
	);

	const question = Buffer.from(JSON.stringify({ a, b }));
	console.log(' [x] What is %d + %d?', a, b);
	channel.sendToQueue('sums', question, { replyTo: answers, correlationId: 'sum-1' });

	const second = Buffer.from(JSON.stringify({ a: a * 2, b }));
	channel.sendToQueue('sums', second, { replyTo: answers, correlationId: 'sum-2' });
}

main();
