// Takes orders and charges for them. When that fails it rejects the order, and the broker brings it back later.
// After three attempts it gives up: node worker.js
const amqp = require('amqplib');
const { declareTopology } = require('./topology.js');

const attemptsMax = 3;

/** How often a message was rejected in the queue `orders`: the broker keeps count in the header x-death. */
function rejectionsOf(message) {
	const deaths = message.properties.headers['x-death'] ?? [];
	return (
		deaths.find(({ queue, reason }) => queue === 'orders' && reason === 'rejected')?.count ?? 0
	);
}

async function main() {
	const connection = await amqp.connect('amqp://localhost');
	const channel = await connection.createChannel();
	await declareTopology(channel);
	await channel.prefetch(1);

	await channel.consume('orders', (message) => {
		const [order, failures] = message.content.toString().split(':');
		const attempt = rejectionsOf(message) + 1;

		setTimeout(() => {
			if (attempt > Number(failures)) {
				console.log(' [x] %s is paid (attempt %d)', order, attempt);
				channel.ack(message);
			} else if (attempt < attemptsMax) {
				console.log(' [ ] %s failed (attempt %d)', order, attempt);
				channel.reject(message, false); // false: do not put it back, let it die
			} else {
				console.log(' [!] %s failed for good', order);
				channel.sendToQueue('orders.failed', message.content, { persistent: true });
				channel.ack(message);
			}
		}, 40);
	});
	console.log(' [*] Waiting for orders');
}

main();
