import { expect, test, vi } from 'vitest';
import './fake-host.ts';
vi.mock('../../../src/guest/amqplib/node-modules.ts', async () => {
	const { Buffer } = await import('node:buffer');
	const { EventEmitter } = await import('node:events');
	return {
		EventEmitter,
		isBuffer: (v: unknown) => Buffer.isBuffer(v),
		bufferOver: (b: Uint8Array) => Buffer.from(b.buffer, b.byteOffset, b.byteLength),
		bufferOfText: (t: string) => Buffer.from(t),
		utf8Length: (t: string) => Buffer.byteLength(t)
	};
});
import { FakeBroker } from './fake-broker.ts';
import { Play } from './play.ts';
import { builtinExports } from '../../../src/guest/runtime/builtin-modules.ts';
import '../../../src/guest/amqplib/index.ts';

const amqp = builtinExports('amqplib') as typeof import('amqplib');

test('a message goes round', async () => {
	const broker = new FakeBroker();
	const play = new Play(broker);
	const seen: unknown[] = [];
	void (async () => {
		const conn = await amqp.connect('amqp://localhost');
		const ch = await conn.createChannel();
		seen.push(await ch.assertQueue('q'));
		await ch.consume('q', (m) => {
			seen.push(m);
			if (m) ch.ack(m);
			void conn.close().then(() => seen.push('closed'));
		});
		ch.sendToQueue('q', Buffer.from('hi'), { correlationId: 'c', headers: { a: 1 } });
	})();
	await play.untilQuiet();
	console.log(seen, broker.received, play.closed);
	expect(seen.length).toBe(3);
});
