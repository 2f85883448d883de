// Programs in the habits of RabbitMQ tutorial texts run as they are: both APIs, shebang lines, anonymous functions,
// process.argv, a timer that ends the program, signal handlers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import { testSandbox } from '../support/engine.ts';

type Processes = Readonly<
	Record<string, { readonly stdout: readonly string[]; readonly stderr: readonly string[] }>
>;

/** Runs programs of a folder as `roundtrip run <folder> --start ...` does. */
async function run(
	files: Readonly<Record<string, string>>,
	start: readonly string[]
): Promise<Processes> {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
	try {
		mkdirSync(folder, { recursive: true });
		for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
		const lines: string[] = [];
		const print = (text: string): number => lines.push(text);
		const options = { start: [...start], json: true };
		const root = join(import.meta.dirname, '../..');
		expect(
			await runCommand(folder, options, {
				root,
				program: '',
				print,
				note: print,
				sandbox: testSandbox
			})
		).toBe(0);
		return (JSON.parse(lines.join('\n')) as { processes: Processes }).processes;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('callbacks, a shebang line, and a timer that exits', async () => {
	const send = `#!/usr/bin/env node

var amqp = require('amqplib/callback_api');

amqp.connect('amqp://localhost', function(error0, connection) {
  if (error0) { throw error0; }
  connection.createChannel(function(error1, channel) {
    if (error1) { throw error1; }
    var args = process.argv.slice(2);
    var ex = 'tale', key = (args.length > 0) ? args[0] : 'anonymous.info';
    channel.assertExchange(ex, 'topic', { durable: false });
    channel.publish(ex, key, Buffer.from(args.slice(1).join(' ') || 'Hello World!'));
    console.log(" [x] Sent %s:'%s'", key, args.slice(1).join(' '));
  });
  setTimeout(function() { connection.close(); process.exit(0) }, 500);
});
`;
	const receive = `#!/usr/bin/env node
var amqp = require('amqplib/callback_api');
var args = process.argv.slice(2);
if (args.length == 0) { console.log("Usage: receive.js <pattern>"); process.exit(1); }
amqp.connect('amqp://localhost', function(error0, connection) {
  connection.createChannel(function(error1, channel) {
    channel.assertExchange('tale', 'topic', { durable: false });
    channel.assertQueue('', { exclusive: true }, function(error2, q) {
      if (error2) { throw error2; }
      console.log(' [*] Waiting. To exit press CTRL+C');
      args.forEach(function(key) { channel.bindQueue(q.queue, 'tale', key); });
      channel.consume(q.queue, function(msg) {
        if (msg.content) console.log(" [x] %s:'%s'", msg.fields.routingKey, msg.content.toString());
      }, { noAck: true });
    });
  });
});
`;
	const processes = await run({ 'send.js': send, 'receive.js': receive }, [
		'receive.js "kern.*"',
		'receive.js',
		'send.js kern.critical "A critical" error@200'
	]);
	expect(processes['receive']?.stdout).toEqual([
		' [*] Waiting. To exit press CTRL+C',
		" [x] kern.critical:'A critical error'"
	]);
	expect(processes['receive-2']?.stdout).toEqual(['Usage: receive.js <pattern>']);
	expect(processes['send']?.stdout).toEqual([" [x] Sent kern.critical:'A critical error'"]);
	expect(Object.values(processes).flatMap(({ stderr }) => stderr)).toEqual([]);
});

test('promise chains, a signal handler, and a call with a made-up id', async () => {
	const server = `'use strict';
const amqp = require('amqplib');
amqp.connect('amqp://localhost').then(function(conn) {
  process.once('SIGINT', function() { conn.close(); });
  return conn.createChannel().then(function(ch) {
    const q = 'rpc_queue';
    return ch.assertQueue(q, { durable: false }).then(function() {
      ch.prefetch(1);
      return ch.consume(q, function reply(msg) {
        const n = parseInt(msg.content.toString());
        console.log(" [.] fib(%d)", n);
        ch.sendToQueue(msg.properties.replyTo, Buffer.from(fibonacci(n).toString()),
          { correlationId: msg.properties.correlationId });
        ch.ack(msg);
      });
    }).then(function() { console.log(' [x] Awaiting RPC requests'); });
  });
}).catch(console.warn);
function fibonacci(n) { if (n == 0 || n == 1) return n; else return fibonacci(n - 1) + fibonacci(n - 2); }
`;
	const client = `const amqp = require('amqplib');
const { basename } = require('path');
const { v4: uuid } = require('uuid');
const n = parseInt(process.argv[2]);
if (isNaN(n)) { console.warn('Usage: %s number', basename(process.argv[1])); process.exit(1); }
(async () => {
  let connection;
  try {
    connection = await amqp.connect('amqp://guest:guest@localhost:5672/');
    const channel = await connection.createChannel();
    const correlationId = uuid();
    const result = new Promise(async (resolve) => {
      const { queue } = await channel.assertQueue('', { exclusive: true });
      await channel.consume(queue, (message) => {
        if (!message) console.warn(' [x] Consumer cancelled');
        else if (message.properties.correlationId === correlationId) resolve(message.content.toString());
      }, { noAck: true });
      console.log(' [x] Requesting fib(%d)', n);
      channel.sendToQueue('rpc_queue', Buffer.from(n.toString()), { correlationId, replyTo: queue });
    });
    console.log(' [.] Got %d', await result);
  } catch (err) { console.warn(err); } finally { if (connection) await connection.close(); }
})();
`;
	const processes = await run({ 'rpc_server.js': server, 'rpc_client.js': client }, [
		'rpc_server.js',
		'rpc_client.js 12@100',
		'rpc_client.js many@100'
	]);
	expect(processes['rpc_client']).toMatchObject({
		stdout: [' [x] Requesting fib(12)', ' [.] Got 144'],
		stderr: []
	});
	expect(processes['rpc_client-2']?.stderr).toEqual(['Usage: rpc_client.js number']);
	expect(processes['rpc_server']).toMatchObject({
		stdout: [' [x] Awaiting RPC requests', ' [.] fib(12)'],
		stderr: []
	});
});

test('modules with import, and top-level await', async () => {
	const worker = `import amqp from 'amqplib';
import { setTimeout as sleep } from 'node:timers/promises';
const connection = await amqp.connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('jobs', { durable: true });
channel.prefetch(1);
await channel.consume('jobs', async (msg) => {
  const text = msg.content.toString();
  await sleep((text.split('.').length - 1) * 1000);
  console.log(\` [x] Done \${text}\`);
  channel.ack(msg);
}, { noAck: false });
`;
	const task = `import amqp from 'amqplib/callback_api';
amqp.connect('amqp://localhost', (err, conn) => {
  conn.createChannel((err, ch) => {
    ch.assertQueue('jobs', { durable: true });
    ch.sendToQueue('jobs', Buffer.from(process.argv[2]), { persistent: true });
  });
  setTimeout(() => { conn.close(); process.exit(0); }, 500);
});
`;
	const processes = await run({ 'worker.mjs': worker, 'task.mjs': task }, [
		'worker.mjs',
		'task.mjs one..@100'
	]);
	expect(processes['worker']).toMatchObject({ stdout: [' [x] Done one..'], stderr: [] });
});
