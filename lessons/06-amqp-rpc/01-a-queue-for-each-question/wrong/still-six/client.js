// Asks for squares: node client.js 1 2 3 4 5 6
const amqp = require('amqplib');

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();

	async function square(number) {
		const { queue } = await channel.assertQueue('', { exclusive: true });
		const answer = new Promise((resolve) => {
			channel.consume(queue, (reply) => resolve(reply.content.toString()), { noAck: true });
		});
		channel.sendToQueue('squares', Buffer.from(String(number)), { replyTo: queue });
		return answer;
	}

	const numbers = process.argv.slice(2).map(Number);
	const squares = await Promise.all(numbers.map(square));
	numbers.forEach((number, index) => console.log('%d -> %s', number, squares[index]));
	await connection.close();
}

main();
