// A program that changes prototypes or JSON breaks only itself: the guest libraries keep what they took at boot.
import { expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

/** Takes every method off the prototypes a program could reach; the language's own syntax keeps working. */
const wreck = `
	const changes = [];
	for (const Class of [Array, String, Number, Map, Set, WeakMap, RegExp, Function, Date, Promise, Boolean]) {
		for (const key of Reflect.ownKeys(Class.prototype)) {
			const descriptor = Object.getOwnPropertyDescriptor(Class.prototype, key);
			if (typeof descriptor.value === 'function' && descriptor.configurable && key !== 'constructor') changes.push([Class, key]);
		}
	}
	const { defineProperty } = Object;
	for (let i = 0; i < changes.length; i++) {
		const name = changes[i][0].name + '.prototype.' + String(changes[i][1]);
		defineProperty(changes[i][0].prototype, changes[i][1], { value() { throw 'called ' + name; }, configurable: true });
	}
`;

const text = (body: string) => runProgram(`${wreck}\n${body}`);

test('console.log prints text, objects, arrays and formats after every method was replaced', async () => {
	const result = await text(`
		console.log('text');
		console.log({ a: [1, 'x', { b: null }], f() {}, 'k-k': undefined });
		console.log('%s is %d', 'x', 5, [1, 2, 3]);
		console.log(Buffer.from('hi'), Buffer.from('68', 'hex'));
		console.group('g'); console.log('a\\nb'); console.groupEnd();
		console.table([{ a: 1 }]);
		console.error('err');
	`);
	expect(result.stderr).toBe('err\n');
	expect(result.stdout.split('\n')).toEqual([
		'text',
		"{ a: [ 1, 'x', { b: null } ], f: [Function: f], 'k-k': undefined }",
		'x is 5 [ 1, 2, 3 ]',
		'<Buffer 68 69> <Buffer 68>',
		'g',
		'  a',
		'  b',
		'┌─────────┬───┐',
		'│ (index) │ a │',
		'├─────────┼───┤',
		'│ 0       │ 1 │',
		'└─────────┴───┘',
		''
	]);
});

test('Buffer, events, path and crypto work after every method was replaced', async () => {
	const result = await text(`
		const EventEmitter = require('events');
		const emitter = new EventEmitter();
		emitter.on('x', (a, b) => console.log('heard', a, b));
		emitter.once('x', () => console.log('once'));
		emitter.emit('x', 1, 2);
		emitter.emit('x', 3, 4);
		console.log(Buffer.from('é').toString('hex'), Buffer.from('w7w=', 'base64').toString(), Buffer.concat([Buffer.from('a'), Buffer.from('b')]).toString());
		console.log(require('path').join('/a', '../b', 'c.js'), require('path').basename('/x/y.txt', '.txt'));
		console.log(require('crypto').createHash('sha1').update('abc').digest('hex'));
		console.log(require('crypto').randomUUID().length, require('crc').crc32('alice'));
	`);
	expect(result.stderr).toBe('');
	expect(result.stdout.split('\n')).toEqual([
		'heard 1 2',
		'once',
		'heard 3 4',
		'c3a9 ü ab',
		'/b/c.js y',
		'a9993e364706816aba3e25717850c26c9cd0d89d',
		'36 663665735',
		''
	]);
});

test('console.log does not ask JSON, and %j keeps the original one', async () => {
	const result = await runProgram(`
		JSON.stringify = () => 'changed';
		JSON.parse = () => 'changed';
		console.log({ a: 'b' }, '%j', { c: 1 });
		console.log('%j', { c: 1 });
		console.log(JSON.stringify({}));
	`);
	expect(result.stdout).toBe('{ a: \'b\' } %j { c: 1 }\n{"c":1}\nchanged\n');
});
