// Sends parcels to cities and keeps book of what became of each: node sender.js berlin:chair paris:table
const amqp = require('amqplib');

async function main() {
	const parcels = process.argv.slice(2).map((parcel) => parcel.split(':'));

	const connection = await amqp.connect('amqp://localhost');
	// On a confirm channel the broker answers each message: taken (ack), or not taken (nack).
	const channel = await connection.createConfirmChannel();
	await channel.assertExchange('parcels', 'direct', { durable: true });

	// A mandatory message that no queue takes comes back, before its confirm.
	channel.on('return', (message) => {
		console.log(
			' [<] %s came back from %s: %s',
			message.content.toString(),
			message.fields.routingKey,
			message.fields.replyText
		);
	});

	const answers = parcels.map(
		([city, thing]) =>
			new Promise((resolve) => {
				console.log(' [>] Sent %s to %s', thing, city);
				channel.publish('parcels', city, Buffer.from(thing), { mandatory: true }, (error) => {
					if (error) console.log(' [!] The broker did not take the %s', thing);
					else console.log(' [x] The broker has dealt with the %s', thing);
					resolve();
				});
			})
	);

	await Promise.all(answers);
	await connection.close();
}

main();
