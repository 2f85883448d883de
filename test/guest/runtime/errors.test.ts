// How programs die: text on standard error, exit code, the student's file and line.
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

describe('uncaught errors', () => {
	test("show the line, a caret, the stack and Node.js' last line", async () => {
		const result = await runProgram(`function f() {\n\tthrow new TypeError('boom');\n}\nf();`);
		expect(result.code).toBe(1);
		expect(result.stderr).toBe(`/app/main.js:2
	throw new TypeError('boom');
	^

TypeError: boom
    at f (/app/main.js:2:8)
    at Object.<anonymous> (/app/main.js:4:1)

Node.js v20.20.2
`);
		expect(result.uncaught).toEqual(['uncaught', 'TypeError: boom', '/app/main.js', 2, 8]);
	});

	test('on the first line columns do not count the wrapper', async () => {
		const result = await runProgram(`throw new Error('x');`);
		expect(result.stderr).toContain('at Object.<anonymous> (/app/main.js:1:7)');
	});

	test('show properties of the error as inspect does', async () => {
		const result = await runProgram(`const e = new Error('x'); e.code = 'E_X'; throw e;`);
		expect(result.stderr).toContain(`{\n  code: 'E_X'\n}\n\nNode.js v20.20.2`);
	});

	test('leave a thrown object that is no error as it is', async () => {
		const result = await runProgram(`const remote = { stack: 'Error: far away', msg: 'm' };
			try { throw remote; } catch (e) { console.log(e === remote, e.stack, Object.keys(e)); }
			try { throw { a: 1 }; } catch (e) { console.log(e.stack); }`);
		expect(result.stdout).toBe("true Error: far away [ 'stack', 'msg' ]\nundefined\n");
	});

	test('in a required file name that file', async () => {
		const result = await runProgram({
			'main.js': `require('./lib/a');`,
			'lib/a.js': `\n\nnull.x;`
		});
		expect(result.uncaught?.slice(2, 4)).toEqual(['/app/lib/a.js', 3]);
	});

	test('in a timer, a tick, an immediate and an ES module', async () => {
		for (const how of ['setTimeout(f, 1)', 'process.nextTick(f)', 'setImmediate(f)']) {
			const result = await runProgram(
				`function f() { throw new Error('late'); }\n${how};\nsetTimeout(() => console.log('never'), 5);`
			);
			expect(result).toMatchObject({ code: 1, stdout: '' });
			expect(result.uncaught?.slice(1, 4)).toEqual(['Error: late', '/app/main.js', 1]);
		}
		const module = await runProgram(
			{ 'main.mjs': `import 'fs';\nthrow new Error('esm');` },
			{ file: 'main.mjs' }
		);
		expect(module.stderr).toContain('file:///app/main.mjs:2');
		expect(module.uncaught?.slice(1, 4)).toEqual(['Error: esm', 'file:///app/main.mjs', 2]);
	});

	test('a syntax error names its line', async () => {
		const result = await runProgram(`const a = 1;\nconst b = = 2;`);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain('/app/main.js:2\nconst b = = 2;\n');
		expect(result.stderr).toContain('SyntaxError: ');
		expect(result.uncaught?.slice(2, 4)).toEqual(['/app/main.js', 2]);
	});

	test('a missing module as a main program sees it', async () => {
		const result = await runProgram(`require('nope');`);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain(
			`Error: Cannot find module 'nope'\nRequire stack:\n- /app/main.js\n    at Object.<anonymous> (/app/main.js:1:1) {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: [ '/app/main.js' ]\n}`
		);
	});

	test('values that are no errors', async () => {
		for (const [value, shown] of [
			[`'abc'`, 'abc'],
			['null', 'null'],
			['{ a: 1 }', '{ a: 1 }']
		] as const) {
			const result = await runProgram(`throw ${value};`);
			expect(result.code).toBe(1);
			expect(result.stderr).toContain(`${shown}\n`);
		}
	});

	test('exit listeners run, and their code does not matter', async () => {
		const result = await runProgram(
			`process.on('exit', (c) => console.log('exit', c)); throw new Error('x');`
		);
		expect(result).toMatchObject({ stdout: 'exit 1\n', code: 1 });
	});

	test('a listener for uncaughtException keeps the process alive', async () => {
		const result = await runProgram(`
			process.on('uncaughtException', (e, origin) => console.log(e.message, origin));
			setTimeout(() => console.log('still here'), 5);
			setTimeout(() => { throw new Error('a'); }, 1);
			Promise.reject(new Error('b'));`);
		expect(result).toMatchObject({
			stdout: 'b unhandledRejection\na uncaughtException\nstill here\n',
			code: 0
		});
	});

	test('a listener that throws ends the process with code 7', async () => {
		const result = await runProgram(
			`process.on('uncaughtException', () => { throw new Error('second'); }); throw new Error('first');`
		);
		expect(result.code).toBe(7);
		expect(result.stderr).toContain('Error: second');
	});
});

describe('unhandled rejections', () => {
	test('of errors print them and end with code 1', async () => {
		const result = await runProgram(
			`async function f() {\n  await null;\n  throw new RangeError('later');\n}\nf();`
		);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain(
			`/app/main.js:3\n  throw new RangeError('later');\n        ^\n\nRangeError: later\n    at f (/app/main.js:3:`
		);
		expect(result.uncaught?.slice(1, 4)).toEqual(['RangeError: later', '/app/main.js', 3]);
	});

	test('of other values print what Node.js prints', async () => {
		const result = await runProgram(`Promise.reject('just a string');`);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain(`The promise rejected with the reason "just a string".`);
		expect(result.stderr).toContain(`code: 'ERR_UNHANDLED_REJECTION'`);
		expect((await runProgram('Promise.reject({ a: 1 });')).stderr).toContain('"#<Object>"');
	});

	test('handled in the same turn are no matter', async () => {
		const result = await runProgram(`
			const p = Promise.reject(new Error('x')); process.nextTick(() => p.catch(() => console.log('caught')));
			const q = Promise.reject(new Error('y')); Promise.resolve().then(() => q.catch(() => console.log('caught too')));`);
		expect(result).toMatchObject({ stdout: 'caught\ncaught too\n', stderr: '', code: 0 });
	});

	test('listeners get reason and promise, late handlers are told', async () => {
		const result = await runProgram(`
			process.on('unhandledRejection', (reason, promise) => console.log('unhandled', reason, promise === p));
			process.on('rejectionHandled', (promise) => console.log('handled', promise === p));
			const p = Promise.reject(5); setTimeout(() => p.catch(() => {}), 1);`);
		expect(result).toMatchObject({ stdout: 'unhandled 5 true\nhandled true\n', code: 0 });
	});
});

describe('stacks', () => {
	test("have V8's form and only the student's frames", async () => {
		const result = await runProgram(`
class Shop { sell() { return new Error('sold'); } }
function outer() { return new Shop().sell(); }
console.log([1].map(() => outer())[0].stack);
const E = require('events'); const e = new E(); e.on('x', function handler() { console.log(new Error('in emit').stack); }); e.emit('x');`);
		expect(result.stdout).toBe(`Error: sold
    at sell (/app/main.js:2:30)
    at outer (/app/main.js:3:38)
    at /app/main.js:4:27
    at Object.<anonymous> (/app/main.js:4:17)
Error: in emit
    at handler (/app/main.js:5:92)
    at Object.<anonymous> (/app/main.js:5:127)
`);
	});

	test('Error.prepareStackTrace, captureStackTrace and stackTraceLimit work', async () => {
		const result = await runProgram(`
console.log(Error.prepareStackTrace, Error.stackTraceLimit);
Error.prepareStackTrace = (e, sites) => e.message + ':' + sites.map((s) => s.getLineNumber()).join();
console.log(new Error('x').stack);
Error.prepareStackTrace = undefined;
Error.stackTraceLimit = 1;
function a() { const o = {}; Error.captureStackTrace(o, a); return o.stack; }
console.log(a().split('\\n').length, new Error('y').stack.split('\\n').length);
Error.stackTraceLimit = 0;
console.log(new Error('z').stack);`);
		expect(result.stdout).toBe('undefined 10\nx:4\n2 2\nError: z\n');
	});

	test('a subclass that sets its name later shows it when printed', async () => {
		const result = await runProgram(
			`class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; } }\nthrow new MyError('x');`
		);
		expect(result.stderr).toContain('MyError: x\n    at ');
	});
});
