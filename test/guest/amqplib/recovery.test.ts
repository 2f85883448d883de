import { expect, test } from 'vitest';
import { FakeBroker } from './fake-broker.ts';
import { runProgram } from './run-program.ts';

test('a lost connection comes back, set up anew', async () => {
	const broker = new FakeBroker();
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost', { recovery: {
			initialDelay: 200, jitter: 0,
			async setup(model) { const ch = await model.createChannel(); await ch.assertQueue('tasks'); console.log('set up'); }
		} }).then((conn) => {
			console.log('first connection');
			conn.on('disconnect', (e) => console.log('disconnect', e.message));
			conn.on('reconnect-scheduled', ({ attempt, delay }) => console.log('again', attempt, delay));
			conn.on('connect', async (model) => {
				console.log('connect', typeof model.createChannel);
				const ch = await conn.createChannel();
				console.log((await ch.assertQueue('late')).queue);
				await conn.close();
				await conn.createChannel().catch((e) => console.log(e.message));
			});
		});`,
		broker,
		[{ socketBreaks: 1 }]
	);
	expect(lines).toEqual([
		'set up',
		'first connection',
		'disconnect Unexpected close',
		'again 1 200',
		'set up',
		'connect function',
		'late',
		'Connection closed'
	]);
});

test('attempts grow apart up to the maximum and end with the retries', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost:5999', { recovery: { initialDelay: 100, factor: 10, maxDelay: 2000, jitter: 0, maxRetries: 3, waitForConnect: false } }).then((conn) => {
			conn.on('connect-failed', (e) => console.log(e.code));
			conn.on('reconnect-scheduled', ({ attempt, delay, error }) => console.log(attempt, delay, error.code));
			conn.on('reconnect-failed', (e) => console.log('gave up', e.code));
			conn.createChannel().catch((e) => console.log('no channel', e.code));
			conn.waitForConnect().catch((e) => console.log('no connection', e.code));
		});`,
		new FakeBroker()
	);
	expect(lines).toEqual([
		'ECONNREFUSED',
		'1 100 ECONNREFUSED',
		'ECONNREFUSED',
		'2 1000 ECONNREFUSED',
		'ECONNREFUSED',
		'3 2000 ECONNREFUSED',
		'ECONNREFUSED',
		'gave up ECONNREFUSED',
		'no channel ECONNREFUSED',
		'no connection ECONNREFUSED'
	]);
});

test('jitter stays below the maximum', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost:5999', { recovery: { initialDelay: 1000, maxDelay: 1000, jitter: 0.5, initialMaxRetries: 30, waitForConnect: false } }).then((conn) => {
			conn.on('reconnect-scheduled', ({ delay }) => console.log(delay));
		});`,
		new FakeBroker()
	);
	const delays = lines.map(Number);
	expect(delays).toHaveLength(30);
	expect(Math.max(...delays)).toBeLessThanOrEqual(1000);
	expect(Math.min(...delays)).toBeGreaterThanOrEqual(333);
	expect(new Set(delays).size).toBeGreaterThan(10);
});

test("a program's own strategy decides, and ends recovery when it makes no sense", async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost:5999', { recovery: { calculateDelay: (n) => n < 2 ? 77 : NaN } }).catch((e) => console.log(e.message));`,
		new FakeBroker()
	);
	expect(lines).toEqual([
		'calculateDelay must return a finite, non-negative number of milliseconds (got NaN)'
	]);
});

test('the callback API hands out the connection at once and waits for channels', async () => {
	const { lines } = await runProgram(
		`const conn = require('amqplib/callback_api').connect('amqp://localhost', { recovery: { setup(model, done) { console.log('setup'); done(); } } }, (error, same) => {
			console.log('connected', error, same === conn);
		});
		conn.createChannel((error, ch) => {
			console.log('channel', error, ch.ch);
			conn.close((e) => console.log('closed', e));
		});
		conn.on('connect', () => console.log('connect'));`,
		new FakeBroker()
	);
	expect(lines).toEqual([
		'setup',
		'connected null true',
		'connect',
		'channel null 1',
		'closed null'
	]);
});

test('a setup that fails counts as a failed attempt', async () => {
	const { lines } = await runProgram(
		`require('amqplib').connect('amqp://localhost', { recovery: { maxRetries: 1, jitter: 0, setup() { throw new Error('no topology'); } } }).catch((e) => console.log('rejected', e.message));`,
		new FakeBroker()
	);
	expect(lines).toEqual(['rejected no topology']);
});
