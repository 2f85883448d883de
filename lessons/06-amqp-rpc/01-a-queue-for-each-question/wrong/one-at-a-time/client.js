// Asks for squares: node client.js 1 2 3 4 5 6
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	const { queue } = await channel.assertQueue('', { exclusive: true });
	let next;
	await channel.consume(queue, (reply) => next(reply.content.toString()), { noAck: true });
	function square(number) {
		return new Promise((resolve) => {
			next = resolve;
			channel.sendToQueue('squares', Buffer.from(String(number)), { replyTo: queue });
		});
	}

	const numbers = process.argv.slice(2).map(Number);
	const squares = [];
	for (const n of numbers) squares.push(await square(n));
	numbers.forEach((number, index) => console.log('%d -> %s', number, squares[index]));
	await connection.close();
}

main();
