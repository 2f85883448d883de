import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

test('a message goes round', async () => {
	const broker = new FakeBroker();
	const result = await runProgram(
		`
		const amqp = require('amqplib');
		(async () => {
			const conn = await amqp.connect('amqp://localhost');
			const ch = await conn.createChannel();
			console.log(await ch.assertQueue('q'));
			await ch.consume('q', (m) => {
				console.log(m);
				ch.ack(m);
				setTimeout(() => conn.close().then(() => console.log('closed')));
			});
			ch.sendToQueue('q', Buffer.from('hi'), { correlationId: 'c', headers: { a: 1 } });
		})();`,
		broker
	);
	console.log(result, broker.received);
	expect(result.code).toBe(0);
});
