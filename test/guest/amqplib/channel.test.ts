import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

/** A program with a connection `conn` and a channel `ch` of the promise API. */
function withChannel(body: string): string {
	return `require('amqplib').connect().then(async (conn) => {
		conn.on('error', (e) => console.log('connection error', e.message));
		const ch = await conn.createChannel();
		${body}
	});`;
}

test('operations travel one at a time, in order; publish and ack do not wait', async () => {
	const broker = new FakeBroker();
	await runProgram(
		withChannel(`
			const all = [ch.assertQueue('a'), ch.bindQueue('a', 'x', 'k'), ch.prefetch(3)];
			ch.sendToQueue('b', Buffer.from('!'));
			await Promise.all(all);
			await ch.close();
			await conn.close();`),
		broker
	);
	expect(broker.methods).toEqual([
		'channel.open',
		'queue.declare',
		'basic.publish',
		'queue.bind',
		'basic.qos',
		'channel.close'
	]);
});

test('every operation sends the fields the protocol wants', async () => {
	const broker = new FakeBroker();
	await runProgram(
		withChannel(`
			await ch.assertQueue(null, { durable: false, exclusive: true, messageTtl: 500, deadLetterExchange: '', arguments: { own: 'x', 'x-max-length': 9 }, maxLength: 5 });
			await ch.checkQueue('q');
			await ch.deleteQueue('q', { ifEmpty: true });
			await ch.purgeQueue('q');
			await ch.bindQueue('q', 'x', 'a.*', { h: 1 });
			await ch.unbindQueue('q', 'x', 'a.*', null);
			await ch.assertExchange('x', 'topic', { alternateExchange: 'y', internal: true, autoDelete: true });
			await ch.checkExchange('x');
			await ch.deleteExchange('x', { ifUnused: true });
			await ch.bindExchange('d', 's', 'k');
			await ch.unbindExchange('d', 's', 'k');
			await ch.consume('q', () => {}, { consumerTag: 't', noAck: true, priority: 4 });
			await ch.cancel('t');
			await ch.get('q', { noAck: true });
			await ch.prefetch(7, true);
			await ch.recover();
			ch.ackAll();
			ch.nackAll(false);
			const m = { fields: { deliveryTag: 3 } };
			ch.ack(m, true);
			ch.nack(m);
			ch.nack(m, true, false);
			ch.reject(m);
			ch.reject(m, false);
			await ch.close();
			await conn.close();`),
		broker
	);
	const frames = broker.received.filter((frame) => frame[1] === 1).slice(1, -1);
	expect(frames).toEqual([
		[
			'queue.declare',
			1,
			'',
			false,
			false,
			true,
			false,
			'[["x-message-ttl","s",500],["x-dead-letter-exchange","S",""],["x-max-length","b",5],["own","S","x"]]'
		],
		['queue.declare', 1, 'q', true, false, false, false, null],
		['queue.delete', 1, 'q', false, true],
		['queue.purge', 1, 'q'],
		['queue.bind', 1, 'q', 'x', 'a.*', '[["h","b",1]]'],
		['queue.unbind', 1, 'q', 'x', 'a.*', null],
		[
			'exchange.declare',
			1,
			'x',
			'topic',
			false,
			true,
			true,
			true,
			'[["alternate-exchange","S","y"]]'
		],
		['exchange.declare', 1, 'x', 'direct', true, false, false, false, null],
		['exchange.delete', 1, 'x', true],
		['exchange.bind', 1, 'd', 's', 'k', null],
		['exchange.unbind', 1, 'd', 's', 'k', null],
		['basic.consume', 1, 'q', 't', false, true, false, '[["x-priority","b",4]]'],
		['basic.cancel', 1, 't'],
		['basic.get', 1, 'q', true],
		['basic.qos', 1, 7, true],
		['basic.recover', 1, true],
		['basic.ack', 1, 0, true],
		['basic.nack', 1, 0, true, false],
		['basic.ack', 1, 3, true],
		['basic.nack', 1, 3, false, true],
		['basic.nack', 1, 3, true, false],
		['basic.reject', 1, 3, true],
		['basic.reject', 1, 3, false]
	]);
});

test('an operation that cannot be encoded while it waited takes the connection with it', async () => {
	const { lines } = await runProgram(
		withChannel(`
			ch.assertQueue('fine').then(() => console.log('first is answered'), (e) => console.log(e.message));
			ch.bindQueue('q').catch((e) => console.log('second', e.message));`),
		new FakeBroker()
	);
	expect(lines).toEqual([
		"connection error Missing value for mandatory field 'exchange'",
		'second Channel ended, no reply will be forthcoming'
	]);
});

test('an answer to another question closes the channel with 505', async () => {
	const broker = new FakeBroker();
	broker.on('queue.purge', () => [['queue.bind-ok', 1]]);
	const { lines } = await runProgram(
		withChannel(`
			ch.on('error', (e) => console.log('channel error', e.code, e.message));
			ch.on('close', () => { console.log('close'); conn.close(); });
			await ch.purgeQueue('q').catch((e) => console.log('rejected', e.message));`),
		broker
	);
	const text = 'Expected QueuePurgeOk; got <QueueBindOk channel:1>';
	expect(lines).toEqual([`rejected ${text}`, `channel error 505 ${text}`, 'close']);
	expect(broker.received.find((frame) => frame[0] === 'channel.close')).toEqual([
		'channel.close',
		1,
		505,
		'Expected QueuePurgeOk; got QueueBindOk'
	]);
});

test('a frame for a channel that is not there closes the connection with 504', async () => {
	const broker = new FakeBroker();
	const { lines, code } = await runProgram(
		withChannel(`conn.on('close', (e) => console.log('close', e));`),
		broker,
		[{ frame: ['basic.recover-ok', 9] }]
	);
	expect(lines).toEqual([
		'connection error Frame on unknown channel: <BasicRecoverOk channel:9>',
		'close undefined'
	]);
	expect(broker.received.at(-1)).toEqual([
		'connection.close',
		0,
		504,
		'Frame on unknown channel 9'
	]);
	expect(code).toBe(0);
});

test('a message for a consumer nobody knows closes the channel with 541', async () => {
	const { lines } = await runProgram(
		withChannel(
			`ch.on('error', (e) => { console.log(e.code, e.message); setImmediate(() => conn.close()); });`
		),
		new FakeBroker(),
		[{ frame: ['basic.deliver', 1, 'ghost', 1, false, '', 'q', 0, new Uint8Array(0)] }]
	);
	expect(lines).toEqual(['541 Unknown consumer: ghost']);
});

test('what a consumer throws closes its channel, whatever it is', async () => {
	for (const [thrown, code, message] of [
		[`new RangeError('too much')`, 541, 'too much'],
		[`'a text'`, 505, 'a text'],
		[`42`, 541, '42']
	] as const) {
		const { lines } = await runProgram(
			withChannel(`
				await ch.assertQueue('q');
				ch.on('error', (e) => { console.log(e.code, e.message); setImmediate(() => conn.close()); });
				await ch.consume('q', () => { throw ${thrown}; });
				ch.sendToQueue('q', Buffer.from('x'));`),
			new FakeBroker()
		);
		expect(lines).toEqual([`${code} ${message}`]);
	}
});

test('handler-error hears of listeners and consumers that throw, and the channel lives', async () => {
	const { lines } = await runProgram(
		withChannel(`
			ch.on('handler-error', (e, event) => console.log('handler', event, e.message));
			conn.on('handler-error', (e, event) => console.log('connection handler', event, e.message));
			conn.on('blocked', () => { throw new Error('while blocked'); });
			await ch.assertQueue('q');
			await ch.consume('q', () => { throw new Error('in consumer'); });
			ch.sendToQueue('q', Buffer.from('x'));
			setTimeout(async () => { console.log((await ch.assertQueue('q')).queue); await conn.close(); }, 50);`),
		new FakeBroker(),
		[{ frame: ['connection.blocked', 0, 'memory'] }]
	);
	expect(lines).toEqual([
		'handler delivery in consumer',
		'connection handler blocked while blocked',
		'q'
	]);
});

test('an exception in a callback of an operation is uncaught unless the connection listens', async () => {
	const program = (listener: string) => `
		require('amqplib/callback_api').connect((error, conn) => {
			${listener}
			conn.createChannel((error, ch) => {
				ch.on('close', () => console.log('channel close'));
				ch.assertQueue('q', {}, () => { throw new Error('in callback'); });
			});
		});`;
	const silent = await runProgram(program(''), new FakeBroker());
	expect(silent.code).toBe(1);
	expect(silent.stderr).toContain('Error: in callback');
	const heard = await runProgram(
		program(`conn.on('error', (e) => console.log('heard', e.message));`),
		new FakeBroker()
	);
	expect(heard.lines).toEqual(['heard in callback', 'channel close']);
	expect(heard.code).toBe(0);
});

test('closing the connection inside the callback of a failed operation is thrown at the reader', async () => {
	const broker = new FakeBroker();
	broker.on('queue.purge', () => [['channel.close', 1, 404, 'NOT_FOUND - x', 50, 30]]);
	const { stderr, code } = await runProgram(
		`require('amqplib/callback_api').connect((error, conn) => {
			conn.createChannel((error, ch) => {
				ch.on('error', () => {});
				ch.purgeQueue('q', () => conn.close());
			});
		});`,
		broker
	);
	expect(code).toBe(1);
	expect(stderr).toContain('IllegalOperationError: Connection closing');
});

test('events tell of deliveries, acks and nacks', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect().then(async (conn) => {
			const ch = await conn.createConfirmChannel();
			ch.on('ack', (f) => console.log('ack', JSON.stringify(f)));
			ch.on('nack', (f) => console.log('nack', JSON.stringify(f)));
			ch.on('delivery', (m) => console.log('delivery', m.content.toString()));
			await ch.assertQueue('q');
			await ch.consume('q', (m) => console.log('consumer', m.content.toString()));
			ch.sendToQueue('q', Buffer.from('x'));
			ch.sendToQueue('q', Buffer.from('y'));
		});`,
		new FakeBroker(),
		[{ frame: ['basic.nack', 1, 3, false, false] }]
	);
	expect(lines).toEqual([
		'consumer x',
		'delivery x',
		'ack {"deliveryTag":1,"multiple":false}',
		'consumer y',
		'delivery y',
		'ack {"deliveryTag":2,"multiple":false}',
		'nack {"deliveryTag":3,"multiple":false,"requeue":false}'
	]);
});

test('listeners get as many arguments as the package documents', async () => {
	const { lines } = await runProgram(
		withChannel(`
			for (const event of ['close', 'blocked', 'unblocked']) conn.on(event, function () { console.log(event, arguments.length, arguments[0]); });
			ch.on('close', function () { console.log('channel close', arguments.length); });
			conn.once('unblocked', () => conn.close());`),
		new FakeBroker(),
		[{ frame: ['connection.blocked', 0, 'why'] }, { frame: ['connection.unblocked', 0] }]
	);
	expect(lines).toEqual([
		'blocked 1 why',
		'unblocked 0 undefined',
		'channel close 0',
		'close 1 undefined'
	]);
});
