import { expect, test } from 'vitest';
import type { WirePayload } from '#sandbox';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

function program(body: string): string {
	return `require('amqplib').connect().then(async (conn) => {
		const ch = await conn.createChannel();
		${body}
	});`;
}

async function published(body: string): Promise<readonly WirePayload[]> {
	const broker = new FakeBroker();
	await runProgram(program(body), broker);
	return broker.received.filter((frame) => frame[0] === 'basic.publish');
}

const x = new Uint8Array([120]);

test('only the properties present travel, in the protocol order', async () => {
	const frames = await published(`
		const c = Buffer.from('x');
		ch.publish('e', 'k', c, { appId: 'app', type: 'ty', userId: 'u', timestamp: 9, messageId: 'm', expiration: 100, replyTo: 'r', correlationId: 'c', priority: 0, persistent: true, headers: { a: 1 }, contentEncoding: 'gz', contentType: 'text', mandatory: true, unknown: 1 });
		ch.publish('e', 'k', c, { correlationId: '', messageId: null, headers: {}, type: undefined });
		ch.publish('e', 'k', c, null);
		ch.sendToQueue('q', c);
		await ch.close(); await conn.close();`);
	expect(frames).toEqual([
		['basic.publish', 1, 'e', 'k', true, 8191]
			.concat('text' as never, 'gz' as never, '[["a","b",1]]' as never)
			.concat([2, 0, 'c', 'r', '100', 'm', 9, 'ty', 'u', 'app'] as never[], [x] as never[]),
		['basic.publish', 1, 'e', 'k', false, 32, '', x],
		['basic.publish', 1, 'e', 'k', false, 0, x],
		['basic.publish', 1, '', 'q', false, 0, x]
	]);
});

test('delivery mode: persistent wins, a boolean is read as a wish', async () => {
	const frames = await published(`
		for (const o of [{ persistent: false, deliveryMode: 2 }, { deliveryMode: true }, { deliveryMode: false }, { deliveryMode: 3 }, { persistent: 1 }])
			ch.sendToQueue('q', Buffer.from('x'), o);
		await ch.close(); await conn.close();`);
	expect(frames.map((frame) => frame.slice(5, -1))).toEqual([[8, 1], [8, 2], [0], [8, 3], [8, 2]]);
});

test("CC and BCC come before the program's own headers", async () => {
	const [frame] = await published(`
		ch.sendToQueue('q', Buffer.from('x'), { headers: { own: 1, CC: 'hidden' }, CC: ['a', 7], BCC: 'b' });
		await ch.close(); await conn.close();`);
	expect(frame?.[6]).toBe(
		'[["CC","A",[["S","a"],["S","7"]]],["BCC","A",[["S","b"]]],["own","b",1]]'
	);
});

test('what leaves together with process.exit or connection.close does not leave', async () => {
	expect(await published(`ch.sendToQueue('q', Buffer.from('x')); process.exit(0);`)).toEqual([]);
	expect(await published(`ch.sendToQueue('q', Buffer.from('x')); conn.close();`)).toEqual([]);
	expect(
		await published(`ch.sendToQueue('q', Buffer.from('x')); await ch.close(); process.exit(0);`)
	).toHaveLength(1);
});

test('channels take turns at leaving', async () => {
	const frames = await published(`
		const other = await conn.createChannel();
		for (const text of ['1', '2', '3']) ch.sendToQueue(text, Buffer.from('x'));
		for (const text of ['a', 'b']) other.sendToQueue(text, Buffer.from('x'));
		await ch.close(); await conn.close();`);
	expect(frames.map((frame) => frame[3])).toEqual(['1', 'a', '2', 'b', '3']);
});

test('2046 messages fit the buffer, then publish says so until drain; a turn sends a part', async () => {
	const broker = new FakeBroker();
	const { lines, turns } = await runProgram(
		program(`
			const c = Buffer.from('x');
			ch.on('drain', () => { console.log('drain', ch.sendToQueue('last', c)); setTimeout(() => conn.close(), 10); });
			let accepted = 0;
			for (let i = 0; i < 9000; i++) if (ch.sendToQueue('q', c)) accepted++;
			console.log(accepted);`),
		broker
	);
	expect(lines).toEqual(['2046', 'drain true']);
	expect(broker.methods.filter((method) => method === 'basic.publish')).toHaveLength(9001);
	expect(Math.max(...turns.map((ops) => ops.length))).toBeLessThan(2100);
});

test('the high water mark of a channel can be chosen', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect().then(async (conn) => {
			const ch = await conn.createChannel({ highWaterMark: 3 });
			const answers = [];
			for (let i = 0; i < 6; i++) answers.push(ch.sendToQueue('q', Buffer.from('x')));
			console.log(answers.join());
			setTimeout(() => conn.close(), 10);
		});`,
		new FakeBroker()
	);
	expect(lines).toEqual(['true,true,true,true,false,false']);
});

test('a small content is copied at once, a large one when it leaves', async () => {
	const frames = await published(`
		const small = Buffer.from('small'), large = Buffer.alloc(5000, 'a');
		ch.sendToQueue('q', small); ch.sendToQueue('q', large);
		small[0] = 83; large[0] = 65;
		await ch.close(); await conn.close();`);
	const texts = frames.map((frame) => Buffer.from(frame.at(-1) as Uint8Array).toString());
	expect(texts[0]).toBe('small');
	expect(texts[1]).toBe(`A${'a'.repeat(4999)}`);
});

test('a part of a larger buffer travels as that part', async () => {
	const frames = await published(`
		ch.sendToQueue('q', Buffer.from('abcdef').subarray(2, 4));
		ch.sendToQueue('q', Buffer.alloc(9000, 'xyz').subarray(1, 4001));
		await ch.close(); await conn.close();`);
	const contents = frames.map((frame) => Buffer.from(frame.at(-1) as Uint8Array).toString());
	expect(contents[0]).toBe('cd');
	expect(contents[1]?.length).toBe(4000);
	expect(contents[1]?.slice(0, 3)).toBe('yzx');
});
