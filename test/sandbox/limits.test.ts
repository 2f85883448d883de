// Every bound ends the process with its name, and nothing a guest does stops the host.
import { describe, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

const fewPolls = { limits: { turnPollsMax: 200 } };

describe('out of steps', () => {
	const programs = {
		'an endless loop': 'for (;;) {}',
		'an endless loop that catches everything':
			'for (;;) { try { for (;;) {} } catch {} finally {} }',
		'an endless chain of awaits': '(async () => { for (;;) await null; })()',
		'an endless chain of microtasks': 'const go = () => { Promise.resolve().then(go); }; go()',
		'an endless chain of ticks': 'const go = () => process.nextTick(go); go()',
		'catastrophic backtracking': '/^(a+)+$/.test("a".repeat(40) + "b")',
		'an endless loop in an exit listener': 'process.on("exit", () => { for (;;); })'
	};
	for (const [name, program] of Object.entries(programs)) {
		test(`${name} ends the process with exactly the turn's polls`, async () => {
			const result = await runProgram(program, fewPolls);
			expect(result).toMatchObject({ limit: 'out of steps', code: null });
			// The exit listener's turn is the second: the main turn before it may have used a poll of its own.
			expect(result.polls - 200).toBeOneOf(name.includes('exit') ? [0, 1] : [0]);
		});
	}

	test('what was asked for before the loop is kept', async () => {
		const result = await runProgram('process.stdout.write("before\\n"); for (;;);', fewPolls);
		expect(result).toMatchObject({ limit: 'out of steps', stdout: 'before\n' });
	});

	test('the same program uses the same number of polls every time', async () => {
		const program = 'function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } fib(22);';
		const [first, second] = [await runProgram(program), await runProgram(program)];
		expect(first.polls).toBeGreaterThan(5);
		expect(second.polls).toBe(first.polls);
	});
});

describe('out of memory', () => {
	const limits = { heapBytesMax: 8 * 1024 * 1024 };
	const programs = {
		'an array without end': 'const all = []; for (;;) all.push({ a: all.length });',
		'a string without end':
			'let text = "x"; const all = []; for (;;) all.push(text += text.slice(0, 100000));',
		'buffers without end': 'const all = []; for (;;) all.push(new Uint8Array(100000));',
		'closures without end': 'let f = () => 0; for (;;) { const g = f; f = () => g; }',
		'a chain that keeps every promise': `
			let last;
			const go = () => { const next = Promise.resolve().then(go); last = { next, last }; return next; };
			go();`,
		'an async loop that keeps every promise': `
			const all = [];
			(async () => { for (;;) all.push(await new Promise((done) => done(new Array(100)))); })();`
	};
	for (const [name, program] of Object.entries(programs)) {
		test(`${name} ends the process`, async () => {
			const result = await runProgram(program, { limits });
			expect(result).toMatchObject({ limit: 'out of memory', code: null });
		});
	}

	test('a program that catches it goes on', async () => {
		const result = await runProgram(
			`let all = [];
			try { for (;;) all.push(new Uint8Array(100000)); } catch (error) { all = []; process.stdout.write(error.message + '\\n'); }`,
			{ limits }
		);
		expect(result).toMatchObject({ stdout: 'out of memory\n', code: 0, limit: undefined });
	});
});

describe('stack overflow', () => {
	const programs = {
		'plain recursion': 'function f() { return f() + 1; } f();',
		'recursion in a promise job': 'function f() { return f() + 1; } Promise.resolve().then(f);',
		'async recursion': 'async function f() { await f(); } f();',
		'recursion through map': 'function f() { return [1].map(f); } f();',
		'recursion through a getter': 'const o = { get x() { return o.x; } }; o.x;',
		'recursion through toString': 'const o = { toString() { return `${o}`; } }; `${o}`;',
		'JSON.parse of a deep text': 'JSON.parse("[".repeat(100000));',
		'JSON.stringify of a deep list':
			'let a = []; for (let i = 0; i < 100000; i++) a = [a]; JSON.stringify(a);',
		'deep source text': 'Function("(".repeat(20000) + ")".repeat(20000));'
	};
	for (const [name, program] of Object.entries(programs)) {
		test(`${name} ends the process`, async () => {
			const result = await runProgram(program);
			expect(result).toMatchObject({ limit: 'stack overflow', code: null });
		});
	}

	test('a program that catches plain recursion goes on', async () => {
		const result = await runProgram(
			`let depth = 0;
			function f() { depth++; return f() + 1; }
			try { f(); } catch (error) { process.stdout.write(error.name + ': ' + error.message + '\\n'); }
			process.stdout.write(String(depth > 400) + '\\n');`
		);
		expect(result).toMatchObject({
			stdout: 'RangeError: Maximum call stack size exceeded\ntrue\n',
			code: 0
		});
	});
});

describe('operations', () => {
	test('too many operations in a turn end the process and keep the first ones', async () => {
		const result = await runProgram('for (;;) process.stdout.write("again\\n");');
		expect(result.limit).toBe('too many operations');
		expect(result.ops).toHaveLength(10_000);
	});

	test('too many live timers end the process', async () => {
		const result = await runProgram('for (;;) setTimeout(() => {}, 1e6);', {
			limits: { liveTimersMax: 100 }
		});
		expect(result.limit).toBe('too many timers');
	});

	test('timers that have fired do not count as live', async () => {
		const program = `let n = 0; const go = () => { if (++n < 50) setTimeout(go, 1); }; go();`;
		const result = await runProgram(program, { limits: { liveTimersMax: 3 } });
		expect(result).toMatchObject({ limit: undefined, code: 0 });
	});

	test('an interval without end stops at the number of turns', async () => {
		const result = await runProgram('setInterval(() => {}, 0);', { limits: { turnsMax: 50 } });
		expect(result).toMatchObject({ limit: 'too many turns', turns: 51 });
	});

	test('printing is cut with a notice and the program goes on', async () => {
		const result = await runProgram(
			'for (let i = 0; i < 20; i++) process.stdout.write("x".repeat(99) + "\\n");',
			{ limits: { consoleBytesMax: 1000 } }
		);
		expect(result.code).toBe(0);
		expect(result.stdout.length).toBeLessThan(1100);
		expect(result.stderr).toContain('output cut');
	});
});
