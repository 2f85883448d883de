// Asks for the time as Pomelo's gate does: getCurrentTime('Hello', number, callback).
const amqp = require('amqplib');
const { randomUUID } = require('crypto');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	const waiting = new Map();
	await channel.consume(
		queue,
		(reply) => {
			const { correlationId } = reply.properties;
			const callback = waiting.get(correlationId);
			if (callback === undefined) return;
			waiting.delete(correlationId);
			callback(...JSON.parse(reply.content.toString()));
		},
		{ noAck: true }
	);

	function getCurrentTime(...args) {
		const callback = args.pop();
		const correlationId = randomUUID();
		waiting.set(correlationId, callback);
		channel.sendToQueue('time', Buffer.from(JSON.stringify(args)), {
			replyTo: queue,
			correlationId
		});
	}

	for (const number of process.argv.slice(2).map(Number)) {
		getCurrentTime('Hello', number, (hour, minute, second) => {
			console.log('Remote Time: ' + hour + ':' + minute + ':' + second);
		});
	}
}

main();
