// The process object, exit codes, and what a student may break without breaking the libraries.
import { describe, expect, test } from 'vitest';
import { runProgram, testSandbox, startTimeMs } from '../../sandbox/run-program.ts';
import { defaultLimits } from '#kernel';

describe('process', () => {
	test('argv, env, cwd, versions and the like', async () => {
		const result = await runProgram(
			`console.log(process.argv.join(' '), process.env.KIND, process.cwd(), process.version, process.platform, process.pid, String(process));`,
			{ args: ['one', '2'], env: { KIND: 'test' } }
		);
		expect(result.stdout).toBe(
			'/usr/local/bin/node /app/main.js one 2 test /app v20.20.2 linux 4000 [object process]\n'
		);
	});

	test('exit runs the listeners, then nothing more', async () => {
		const result = await runProgram(`
			process.on('exit', (code) => { console.log('exit', code); setTimeout(() => console.log('never'), 0); process.nextTick(() => console.log('never')); });
			setTimeout(() => console.log('never'), 1);
			Promise.resolve().then(() => console.log('never'));
			try { process.exit(3); } catch { console.log('never'); } finally { console.log('never'); }`);
		expect(result).toMatchObject({ stdout: 'exit 3\n', code: 3, polls: 0 });
	});

	test('exit in an async function, a timer, a tick and an exit listener', async () => {
		for (const how of [
			`(async () => { await null; process.exit(4); console.log('never'); })();`,
			`setTimeout(() => process.exit(4), 5); setInterval(() => {}, 1);`,
			`process.nextTick(() => process.exit(4)); process.nextTick(() => console.log('never'));`,
			`process.on('exit', () => process.exit(4));`,
			`process.exitCode = 4;`,
			`process.on('exit', () => { process.exitCode = 4; });`,
			`process.exit('4');`
		]) {
			expect(await runProgram(how)).toMatchObject({ stdout: '', code: 4 });
		}
	});

	test('an exit listener that throws ends the process with code 1', async () => {
		const result = await runProgram(`process.on('exit', () => { throw new Error('late'); });`);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain('Error: late');
	});

	test('beforeExit comes when nothing is left, again after new work, and not after exit', async () => {
		const result = await runProgram(`
			let n = 0;
			process.on('beforeExit', (code) => { console.log('beforeExit', code); if (n++ < 2) setTimeout(() => console.log('more'), 1); });
			process.on('exit', (code) => console.log('exit', code));`);
		expect(result.stdout).toBe('beforeExit 0\nmore\nbeforeExit 0\nmore\nbeforeExit 0\nexit 0\n');
		const promise = await runProgram(
			`let n = 0; process.on('beforeExit', async () => { await null; if (n++ < 1) setTimeout(() => console.log('late'), 1); });`
		);
		expect(promise.stdout).toBe('late\n');
	});

	test('standard output without a newline is kept until its line ends or the process does', async () => {
		const result = await runProgram(
			`process.stdout.write('a'); console.log('b'); process.stdout.write('c\\n'); process.stdout.write(Buffer.from('d')); process.stderr.write('e');`
		);
		expect(result).toMatchObject({ stdout: 'ab\nc\nd\n', stderr: 'e\n' });
	});

	test('signals, uptime, hrtime and warnings', async () => {
		const result = await runProgram(`
			process.on('SIGINT', () => console.log('SIGINT')); process.kill(process.pid, 'SIGINT');
			setTimeout(() => console.log(process.uptime(), process.hrtime(start)), 1500); const start = process.hrtime();
			process.emitWarning('careful', 'TestWarning');`);
		expect(result.stdout).toBe('SIGINT\n1.5 [ 1, 500000000 ]\n');
		expect(result.stderr).toContain('TestWarning: careful');
	});

	test('the object cannot reach the host', async () => {
		const result = await runProgram(`
			console.log(typeof roundtripHost, typeof roundtripGuest, typeof window, typeof fetch, typeof document, typeof std, typeof os);
			console.log(Object.getOwnPropertyNames(globalThis).filter((name) => /roundtrip/i.test(name)).length);
			console.log(Function('return this')() === globalThis, global === globalThis);`);
		expect(result.stdout).toBe(
			'undefined undefined undefined undefined undefined undefined undefined\n0\ntrue true\n'
		);
	});
});

describe('tampering', () => {
	test('prototypes and JSON broken by a student break only the student', async () => {
		const good = await runProgram({
			'main.js': `
			String.prototype.concat = Array.prototype.concat;
			const log = console.log;
			for (const Class of [Array, String, Map, Set, WeakMap, Promise, Function, Object, Uint8Array, RegExp, Number]) {
				for (const name of Object.getOwnPropertyNames(Class.prototype)) {
					if (name === 'constructor' || name === '__proto__') continue;
					const { writable, value } = Object.getOwnPropertyDescriptor(Class.prototype, name);
					if (writable && typeof value === 'function') Class.prototype[name] = function () { throw new Error('tampered ' + name); };
				}
			}
			Array.prototype[Symbol.iterator] = function () { throw new Error('tampered iterator'); };
			JSON.parse = JSON.stringify = Reflect.apply = Object.keys = Object.defineProperty = Math.floor = Date.now = Promise.resolve = () => { throw new Error('tampered static'); };
			setTimeout(() => { log('timeout'); process.nextTick(() => log('tick')); }, 5);
			setImmediate(() => log('immediate'));
			process.nextTick((a) => log(a), 'argument');
			(async () => { await null; log('awaited'); })();
			process.on('exit', (code) => log('exit ' + code));
			log(require('./b.js').x, require('./c.json').y);`,
			'b.js': 'exports.x = 1;',
			'c.json': '{"y": 2}'
		});
		expect(good.stderr).toBe('');
		expect(good.stdout).toBe('1 2\nargument\nawaited\nimmediate\ntimeout\ntick\nexit 0\n');
	});
});

describe('isolation', () => {
	const start = {
		name: 'a',
		file: 'main.js',
		args: [],
		env: {},
		seed: 1,
		startTimeMs,
		limits: defaultLimits,
		pollUs: 100
	};

	test('two processes share nothing', async () => {
		const sandbox = await testSandbox();
		const [one, two] = [
			await sandbox.start({
				...start,
				files: {
					'main.js': `globalThis.secret = 1; Array.prototype.leak = 1; require('events').leak = 1;`
				}
			}),
			await sandbox.start({
				...start,
				files: { 'main.js': `console.log(typeof secret, [].leak, require('events').leak);` }
			})
		];
		one.turn(['main'], 0);
		expect(two.turn(['main'], 0).ops).toContainEqual([
			'print',
			'stdout',
			'undefined undefined undefined'
		]);
		one.dispose();
		two.dispose();
	});

	test('what one process used is not there for the next', async () => {
		const sandbox = await testSandbox();
		const printed: unknown[] = [];
		for (let round = 0; round < 8; round++) {
			const vm = await sandbox.start({
				...start,
				files: {
					'main.js': `const all = []; let n = 0; try { for (;;) { all.push(new Uint8Array(1e6)); n++; } } catch {} console.log(n);`
				}
			});
			printed.push(vm.turn(['main'], 0).ops[0]?.[2]);
			vm.dispose();
			expect(vm.turn(['timer', 1], 0)).toEqual({ polls: 0, ops: [] });
		}
		expect(new Set(printed).size).toBe(1);
		expect(Number(printed[0])).toBeGreaterThan(50);
	});
});
