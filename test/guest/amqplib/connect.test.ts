import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

/** A program that connects with the given arguments and prints what came of it. */
function connecting(args: string): string {
	return `require('amqplib').connect(${args}).then(
		(conn) => conn.close().then(() => console.log('connected')),
		(error) => console.log(error.name + ': ' + error.message, error.code));`;
}

async function framesOf(args: string) {
	const broker = new FakeBroker();
	const { lines } = await runProgram(connecting(args), broker);
	expect(lines).toEqual(['connected']);
	const login = broker.received.find((frame) => frame[0] === 'connection.start-ok');
	const open = broker.received.find((frame) => frame[0] === 'connection.open');
	return [...(login?.slice(2) ?? []), open?.[2]];
}

test('connect without arguments is the local broker as guest', async () => {
	expect(await framesOf('')).toEqual(['PLAIN', 'guest', 'guest', '/']);
});

test.each([
	[`'amqp://localhost'`, ['guest', 'guest', '/']],
	[`'amqp://localhost/'`, ['guest', 'guest', '/']],
	[`'amqp://localhost:5672/%2F?heartbeat=30&channelMax=10'`, ['guest', 'guest', '/']],
	[`'amqp://anna:s%40fe@localhost/orders'`, ['anna', 's@fe', 'orders']],
	[`'AMQP://LOCALHOST'`, ['guest', 'guest', '/']],
	[`{ hostname: 'localhost' }`, ['guest', 'guest', '/']],
	[
		`{ protocol: 'amqp', hostname: 'localhost', port: 5672, username: 'bo', password: 'x', vhost: 'v' }`,
		['bo', 'x', 'v']
	],
	[
		`'amqp://localhost', { credentials: require('amqplib').credentials.plain('eve', 'pw') }`,
		['eve', 'pw', '/']
	],
	[
		`'amqp://localhost', { credentials: { mechanism: 'PLAIN', response: () => Buffer.from('\\0me\\0mine') } }`,
		['me', 'mine', '/']
	]
])('connect(%s) logs in as expected', async (args, expected) => {
	expect(await framesOf(args)).toEqual(['PLAIN', ...expected]);
});

test.each([
	['amqp://localhost:abc', 'Error: Expected amqp: or amqps: as the protocol; got  undefined'],
	['amqp://[::1', 'Error: Expected amqp: or amqps: as the protocol; got  undefined'],
	['amqp://local host', 'Error: Expected amqp: or amqps: as the protocol; got  undefined'],
	['amqp://localhost:99999', 'Error: Expected amqp: or amqps: as the protocol; got  undefined'],
	[
		'amqp://localhost?channelMax=abc',
		"TypeError: Field 'channelMax' is the wrong type; must be a number (but not NaN) undefined"
	],
	[
		'amqp://localhost?heartbeat=-1',
		'RangeError: The value of "value" is out of range. It must be >= 0 and <= 65535. Received -1 ERR_OUT_OF_RANGE'
	],
	[' amqp://localhost', 'connected']
])('connecting to "%s" ends as with amqplib', async (url, outcome) => {
	const { lines } = await runProgram(connecting(`'${url}'`), new FakeBroker());
	expect(lines).toEqual([outcome]);
});

test('an open connection tells the limits agreed on', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost?heartbeat=70000&channelMax=1.5').then((model) => {
			const { heartbeat, frameMax, channelMax } = model.connection;
			console.log(heartbeat, frameMax, channelMax);
			return model.close();
		});`,
		new FakeBroker()
	);
	expect(lines).toEqual(['60 131072 1']);
});

test('the lower of both sides decides about channels, and the limit holds', async () => {
	const broker = new FakeBroker();
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost?channelMax=2').then(async (conn) => {
			await conn.createChannel();
			const second = await conn.createChannel();
			await conn.createChannel().catch((error) => console.log(error.message));
			await second.close();
			console.log((await conn.createChannel()).ch);
			await conn.close();
		});`,
		broker
	);
	expect(broker.received[2]).toEqual(['connection.tune-ok', 0, 2, 131072, 60]);
	expect(lines).toEqual(['No channels left to allocate', '2']);
});

test('nobody listening is ECONNREFUSED with the fields of Node.js', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost:5999').catch((e) => console.log(e.message, e.code, e.errno, e.syscall, e.address, e.port));`,
		new FakeBroker()
	);
	expect(lines).toEqual([
		'connect ECONNREFUSED 127.0.0.1:5999 ECONNREFUSED -111 connect 127.0.0.1 5999'
	]);
});

test('an unknown virtual host reads as amqplib puts it', async () => {
	const broker = new FakeBroker();
	broker.on('connection.open', () => [
		['connection.close', 0, 530, "NOT_ALLOWED - vhost 'nope' not found", 10, 40]
	]);
	const { lines, code } = await runProgram(connecting(`'amqp://localhost/nope'`), broker);
	expect(lines).toEqual([
		'Error: Expected ConnectionOpenOk; got <ConnectionClose channel:0> undefined'
	]);
	expect(code).toBe(0);
});

test('a login mechanism the broker does not offer is refused before it is tried', async () => {
	const { lines } = await runProgram(
		connecting(`'amqp://localhost', { credentials: require('amqplib').credentials.external() }`),
		new FakeBroker()
	);
	expect(lines).toEqual(['Error: SASL mechanism EXTERNAL is not provided by the server undefined']);
});

test('a socket that ends during the handshake rejects', async () => {
	const broker = new FakeBroker();
	broker.on('protocol-header', () => []);
	const { lines } = await runProgram(connecting(`'amqp://localhost'`), broker, [
		{ socketBreaks: 1 }
	]);
	expect(lines).toEqual(['Error: Socket closed abruptly during opening handshake undefined']);
});

test('a connection that breaks says so to the connection, its channels and every waiting operation', async () => {
	const { lines, code } = await runProgram(
		`require('amqplib').connect().then(async (conn) => {
			conn.on('error', (e) => console.log('error', e.message));
			conn.on('close', (e) => console.log('close', e.message));
			const ch = await conn.createChannel();
			ch.on('error', (e) => console.log('never', e.message));
			ch.on('close', () => console.log('channel close'));
			ch.unbindQueue('q', 'x', '').catch((e) => console.log('rejected', e.message));
			ch.checkExchange('x').catch((e) => console.log('rejected', e.message));
			conn.on('close', () => setImmediate(async () => {
				await conn.createChannel().catch((e) => console.log(e.name, e.message));
				await conn.close().catch((e) => console.log(e.message));
			}));
		});`,
		withoutAnswer('queue.unbind'),
		[{ socketBreaks: 1 }]
	);
	expect(lines).toEqual([
		'error Unexpected close',
		'channel close',
		'close Unexpected close',
		'rejected Channel ended, no reply will be forthcoming',
		'rejected Channel ended, no reply will be forthcoming',
		'IllegalOperationError Connection closed (Error: Unexpected close)',
		'Connection closed (Error: Unexpected close)'
	]);
	expect(code).toBe(0);
});

test('a broken connection nobody listens to ends the program', async () => {
	const { code, stderr } = await runProgram(
		`require('amqplib').connect().then((conn) => conn.createChannel());`,
		new FakeBroker(),
		[{ socketBreaks: 1 }]
	);
	expect(code).toBe(1);
	expect(stderr).toContain('Error: Unexpected close');
});

test("an operator's close is no error", async () => {
	const { lines, code } = await runProgram(
		`require('amqplib').connect().then((conn) => {
			conn.on('close', (e) => console.log(e.code, e.message));
		});`,
		new FakeBroker(),
		[
			{
				frame: [
					'connection.close',
					0,
					320,
					'CONNECTION_FORCED - Closed via management plugin',
					0,
					0
				]
			}
		]
	);
	expect(lines).toEqual([
		'320 Connection closed: 320 (CONNECTION-FORCED) with message "CONNECTION_FORCED - Closed via management plugin"'
	]);
	expect(code).toBe(0);
});

test('blocked and unblocked reach the program; a blocked connection closes without waiting', async () => {
	const broker = withoutAnswer('connection.close');
	const { lines, code } = await runProgram(
		`require('amqplib').connect().then((conn) => {
			conn.on('blocked', (reason) => { console.log('blocked', reason); });
			conn.on('unblocked', () => console.log('unblocked'));
			let times = 0;
			conn.on('blocked', () => { if (++times === 2) conn.close().then(() => console.log('closed')); });
		});`,
		broker,
		[
			{ frame: ['connection.blocked', 0, 'low on memory'] },
			{ frame: ['connection.unblocked', 0] },
			{ frame: ['connection.blocked', 0, 'low on disk'] }
		]
	);
	expect(lines).toEqual(['blocked low on memory', 'unblocked', 'blocked low on disk', 'closed']);
	expect(code).toBe(0);
});

test('closing twice: refused while closing, and after it as well', async () => {
	const { lines } = await runProgram(
		`require('amqplib/callback_api').connect((error, conn) => {
			conn.close((e) => {
				console.log('closed', e);
				setImmediate(() => {
					conn.close((e) => console.log(e.message));
					try { conn.createChannel(() => {}); } catch (e) { console.log(e.message); }
				});
			});
			try { conn.close(); } catch (e) { console.log(e.name, e.message); }
		});`,
		new FakeBroker()
	);
	expect(lines).toEqual([
		'IllegalOperationError Connection closing',
		'closed null',
		'Connection closed (by client)',
		'Connection closed (by client)'
	]);
});

test('updateSecret is taken', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect().then(async (conn) => {
			conn.on('update-secret-ok', () => console.log('ok'));
			await conn.updateSecret(Buffer.from('new'), 'because');
			console.log('updated');
			await conn.close();
		});`,
		new FakeBroker()
	);
	expect(lines).toEqual(['ok', 'updated']);
});

function withoutAnswer(method: string): FakeBroker {
	const broker = new FakeBroker();
	broker.on(method, () => []);
	return broker;
}
