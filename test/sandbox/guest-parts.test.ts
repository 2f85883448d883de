// Which parts of the guest libraries a program gets: those its files can reach, and all when that cannot be told.
import { guestImage } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { neededParts, reachableFiles } from '../../src/sandbox/guest-parts.ts';
import { runProgram } from './run-program.ts';

const all = guestImage.parts.map(({ name }) => name);
const partsFor = (...texts: string[]) =>
	neededParts(
		guestImage.parts,
		Object.fromEntries(texts.map((text, index) => [`${String(index)}.js`, text]))
	).map(({ name }) => name);

test('a program that names nothing gets no part', () => {
	expect(partsFor(`console.log('time to load buffers and assert things');`)).toEqual([]);
});

test.each([
	[`const amqp = require('amqplib/callback_api');`, ['buffer', 'amqplib']],
	[`import amqp from "amqplib";`, ['buffer', 'amqplib']],
	[`require('pomelo').createApp();`, ['pomelo']],
	[`require('pomelo-logger').getLogger('app');`, ['pomelo']],
	[`const client = require('pomelo-jsclient-websocket');`, ['pomelo-client']],
	[`require('node:crypto').randomUUID()`, ['buffer', 'crypto']],
	[`crypto.randomUUID()`, ['buffer', 'crypto']],
	[`new URL('amqp://localhost')`, ['buffer', 'url']],
	[`import { ok } from 'assert/strict'; ok(true);`, ['buffer', 'util', 'assert']],
	[`console.log((1234.5).toLocaleString());`, ['locale']],
	[`require('fs/promises').readFile('a')`, ['buffer', 'files']],
	[`const fs = await import('node:fs');`, ['buffer', 'files']],
	[`process.stdout.write(new Uint8Array([65]))`, ['buffer']],
	[`require.main === module`, []]
])('%s needs the parts %j', (text, parts) => {
	expect(partsFor(text)).toEqual(parts);
});

test('one file is enough', () => {
	expect(partsFor(`require('./1.js')`, `exports.text = (b) => Buffer.from(b)`)).toEqual(['buffer']);
});

test.each([
	[`require('cry' + 'pto')`],
	[`require(name)`],
	['require(`crypto`)'],
	[`const load = require; load('crypto')`],
	[`await import(name)`],
	[`import { createRequire } from 'node:module';`],
	[`process.getBuiltinModule(name)`],
	[`module.constructor._load(name)`],
	[`globalThis['UR' + 'L']`],
	[`Object.keys(global)`],
	[`eval(text)`],
	[`new Function('return this')()`],
	[`(() => 1).constructor('return this')()`],
	[String.raw`new \u0055RL('a:b')`]
])('%s can need every part', (text) => {
	expect(partsFor(text)).toEqual(all);
});

test.each(guestImage.parts.map(({ name }) => name))(
	'the part %s boots with nothing but what it needs',
	async (name) => {
		const program: Record<string, string> = {
			amqplib: `console.log(typeof require('amqplib').connect)`,
			assert: `console.log(typeof require('assert').ok)`,
			buffer: `console.log(typeof Buffer.from)`,
			crypto: `console.log(typeof crypto.randomUUID)`,
			files: `console.log(typeof require('fs').readFileSync)`,
			locale: `console.log(typeof Intl.Collator)`,
			pomelo: `console.log(typeof require('pomelo').createApp)`,
			'pomelo-client': `console.log(typeof require('pomelo-jsclient-websocket').init)`,
			url: `console.log(typeof new URL('a:b').toString)`,
			util: `console.log(typeof require('util').inspect)`
		};
		const text = program[name];
		if (text === undefined) throw new Error(`No program for the part ${name}`);
		expect(partsFor(text)).toContain(name);
		expect(partsFor(text).length).toBeLessThan(4);
		expect(await runProgram(text)).toMatchObject({ stdout: 'function\n', stderr: '', code: 0 });
	}
);

test.each([
	[`require('pomelo-jsclient-websocket').init({ host: 'a', port: 1 }, () => {});`, ['main.js']],
	[`import amqp from 'amqplib'; amqp.connect('amqp://localhost/');`, ['main.js']],
	[`const answer = require('./other');`, ['main.js', 'other.js']],
	[`const answer = require('..');`, ['main.js', 'other.js']],
	[`import '/app/other.js';`, ['main.js', 'other.js']],
	[`require(name)`, ['main.js', 'other.js']],
	[`require('pomelo').createApp();`, ['main.js', 'other.js']]
])('%s runs %j', (text, reached) => {
	const files = { 'main.js': text, 'other.js': 'exports.text = (b) => Buffer.from(b)' };
	expect(Object.keys(reachableFiles(files, 'main.js'))).toEqual(reached);
});

test('a program uses as many polls as with all parts', async () => {
	const text = `let sum = 0; for (let index = 0; index < 1e5; index++) sum += index; console.log(sum);`;
	const few = await runProgram(text);
	const many = await runProgram(`${text} // eval`);
	expect(few.polls).toBeGreaterThan(1);
	expect([many.polls, many.stdout]).toEqual([few.polls, few.stdout]);
});
