// The queues and exchanges of this example, declared by every program that uses them.
//
//   orders --(rejected)--> exchange orders.dead --> orders.wait --(after a while)--> orders
const retryAfterMs = 300;

async function declareTopology(channel) {
	await channel.assertExchange('orders.dead', 'direct', { durable: true });

	// What a worker rejects here goes to orders.dead, under its own routing key.
	await channel.assertQueue('orders', { durable: true, deadLetterExchange: 'orders.dead' });

	// Nobody consumes here. A message whose time is up goes back, by the default exchange, to the queue orders.
	await channel.assertQueue('orders.wait', {
		durable: true,
		messageTtl: retryAfterMs,
		deadLetterExchange: '',
		deadLetterRoutingKey: 'orders'
	});
	await channel.bindQueue('orders.wait', 'orders.dead', 'orders');

	await channel.assertQueue('orders.failed', { durable: true });
}

module.exports = { declareTopology };
