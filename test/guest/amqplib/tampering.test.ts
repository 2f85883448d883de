import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

/** A request and its answer over two channels, with headers, confirms and a get. */
const conversation = `
	const amqp = require('amqplib');
	(async () => {
		const conn = await amqp.connect('amqp://guest:guest@localhost/%2F?heartbeat=5');
		const ch = await conn.createConfirmChannel();
		await ch.assertQueue('requests', { messageTtl: 1000 });
		await ch.assertQueue('answers');
		await ch.consume('answers', (m) => {
			console.log(m.content.toString(), m.properties.correlationId, m.properties.headers.list.length);
			ch.ack(m);
		});
		await ch.consume('requests', (m) => {
			ch.sendToQueue(m.properties.replyTo, Buffer.from('pong'), {
				correlationId: m.properties.correlationId,
				headers: m.properties.headers
			});
			ch.ack(m);
		});
		ch.sendToQueue('requests', Buffer.from('ping'), { replyTo: 'answers', correlationId: 'č7', headers: { list: [1, { a: 'b' }], b: Buffer.from([1]) } });
		await ch.waitForConfirms();
		console.log(await ch.get('requests'));
		const all = [ch.prefetch(1), ch.checkQueue('answers'), ch.recover()];
		await all[0]; await all[1]; await all[2];
		await ch.close();
		await conn.close();
		console.log('done');
	})();`;
const expected = ['pong č7 2', 'false', 'done'];

test.each([
	['nothing', ''],
	['JSON', `JSON.stringify = JSON.parse = () => { throw new Error('no JSON'); };`],
	[
		'arrays',
		`for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === 'function' && name !== 'constructor') Array.prototype[name] = () => { throw new Error('no ' + name); };
		Array.prototype[Symbol.iterator] = () => { throw new Error('no iteration'); };`
	],
	[
		'texts and numbers',
		`for (const name of ['split', 'slice', 'indexOf', 'replace', 'toUpperCase', 'charCodeAt', 'startsWith', 'substring']) String.prototype[name] = () => { throw new Error('no ' + name); };
		RegExp.prototype.exec = RegExp.prototype.test = () => { throw new Error('no regular expressions'); };
		Number.isNaN = Number.parseInt = Math.floor = Math.fround = () => { throw new Error('no numbers'); };`
	],
	[
		'maps and objects',
		`for (const name of ['get', 'set', 'has', 'delete', 'forEach']) Map.prototype[name] = () => { throw new Error('no ' + name); };
		Object.create = Object.keys = Object.assign = Object.setPrototypeOf = Object.getPrototypeOf = () => { throw new Error('no objects'); };
		Object.prototype.hasOwnProperty = () => { throw new Error('no own'); };`
	],
	[
		'promises and globals',
		`Promise.resolve = Promise.all = Promise.prototype.then = () => { throw new Error('no promises'); };
		globalThis.setImmediate = globalThis.setTimeout = globalThis.queueMicrotask = () => { throw new Error('no timers'); };
		globalThis.Promise = globalThis.Map = globalThis.Uint8Array = globalThis.String = undefined;`
	],
	[
		'Buffer',
		`Buffer.isBuffer = Buffer.byteLength = Buffer.alloc = () => { throw new Error('no Buffer'); };`
	]
])('amqplib survives a program that breaks %s', async (_what, tampering) => {
	const { lines, stderr } = await runProgram(tampering + conversation, new FakeBroker());
	expect(stderr).toBe('');
	expect(lines).toEqual(expected);
});
