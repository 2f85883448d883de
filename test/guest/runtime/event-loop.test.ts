// The order of ticks, promise jobs, timers and immediates, against what Node.js 20 prints.
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

async function lines(program: string | Record<string, string>, file?: string): Promise<string[]> {
	const result = await runProgram(program, file === undefined ? {} : { file });
	expect(result.stderr).toBe('');
	return result.stdout.trimEnd().split('\n');
}

describe('order', () => {
	test('a CommonJS main file: ticks, then promise jobs, then timers and immediates', async () => {
		expect(
			await lines(`
			setTimeout(() => console.log('timeout'), 0);
			setImmediate(() => console.log('immediate'));
			process.nextTick(() => console.log('tick 1'));
			Promise.resolve().then(() => { console.log('job 1'); process.nextTick(() => console.log('tick 3')); })
				.then(() => console.log('job 2'));
			process.nextTick(() => { console.log('tick 2'); queueMicrotask(() => console.log('job 3')); });
			console.log('main');`)
		).toEqual([
			'main',
			'tick 1',
			'tick 2',
			'job 1',
			'job 3',
			'job 2',
			'tick 3',
			'immediate',
			'timeout'
		]);
	});

	test('an ES module: promise jobs before ticks', async () => {
		expect(
			await lines(
				{
					'main.mjs': `
				process.nextTick(() => console.log('tick'));
				Promise.resolve().then(() => console.log('job'));
				console.log('main');`
				},
				'main.mjs'
			)
		).toEqual(['main', 'job', 'tick']);
	});

	test('each timer and each immediate drains its own ticks and jobs', async () => {
		expect(
			await lines(`
			for (const name of ['a', 'b']) {
				setTimeout(() => { console.log('timeout', name); process.nextTick(() => console.log('tick', name)); Promise.resolve().then(() => console.log('job', name)); }, 1);
				setImmediate(() => { console.log('immediate', name); process.nextTick(() => console.log('tick', name)); Promise.resolve().then(() => console.log('job', name)); });
			}`)
		).toEqual([
			...['immediate a', 'tick a', 'job a', 'immediate b', 'tick b', 'job b'],
			...['timeout a', 'tick a', 'job a', 'timeout b', 'tick b', 'job b']
		]);
	});

	test('immediates armed while immediates run wait for the next round', async () => {
		expect(
			await lines(`
			setImmediate(() => { console.log(1); setImmediate(() => console.log(3)); setTimeout(() => console.log('t'), 0); });
			setImmediate(() => console.log(2));`)
		).toEqual(['1', '2', '3', 't']);
	});

	test('a cleared immediate of the same round does not run', async () => {
		expect(
			await lines(`
			setImmediate(() => { console.log(1); clearImmediate(second); });
			const second = setImmediate(() => console.log(2));`)
		).toEqual(['1']);
	});

	test('async functions, thenables and ticks interleave as in Node.js', async () => {
		expect(
			await lines(`
			async function f() { console.log('f1'); await null; console.log('f2'); await { then(done) { console.log('then'); done(); } }; console.log('f3'); }
			f().then(() => console.log('f done'));
			Promise.resolve().then(() => console.log('a')).then(() => console.log('b')).then(() => console.log('c')).then(() => console.log('d'));
			process.nextTick(() => console.log('tick'));`)
		).toEqual(['f1', 'tick', 'f2', 'a', 'then', 'b', 'f3', 'c', 'f done', 'd']);
	});
});

describe('timers', () => {
	test('delays that are no number, negative or too large count as one millisecond', async () => {
		const result = await runProgram(
			`for (const d of [NaN, -5, 0, 2 ** 31, undefined, '7', 3.9]) setTimeout(() => {}, d);`
		);
		const delays = result.ops.filter((op) => op[0] === 'timer').map((op) => op[2]);
		expect(delays).toEqual([1, 1, 1, 1, 1, 7, 3]);
	});

	test('arguments, this, clearTimeout by object, number and text', async () => {
		expect(
			await lines(`
			const t = setTimeout(function (a, b) { console.log(a, b, this === t); }, 1, 'x', 'y');
			const u = setTimeout(() => console.log('never'), 1); clearTimeout(u);
			const v = setTimeout(() => console.log('never'), 1); clearTimeout(+v);
			const w = setTimeout(() => console.log('never'), 1); clearTimeout(String(+w));
			clearTimeout(null); clearTimeout({}); clearTimeout(99999);`)
		).toEqual(['x y true']);
	});

	test('an interval repeats until cleared, also from inside', async () => {
		expect(
			await lines(
				`let n = 0; const t = setInterval(() => { console.log(++n); if (n === 3) clearInterval(t); }, 10);`
			)
		).toEqual(['1', '2', '3']);
	});

	test('refresh starts the delay anew', async () => {
		expect(
			await lines(`
			const start = Date.now();
			const t = setTimeout(() => console.log(Date.now() - start), 50);
			setTimeout(() => t.refresh(), 30);`)
		).toEqual(['80']);
	});

	test('an unreferenced timer does not keep the process alive', async () => {
		const result = await runProgram(`
			const t = setTimeout(() => console.log('never'), 1000).unref();
			console.log(t.hasRef());
			setTimeout(() => console.log('seen'), 10);`);
		expect(result).toMatchObject({ stdout: 'false\nseen\n', code: 0, nowUs: 10_000 });
	});

	test('setTimeout without a function throws what Node.js throws', async () => {
		expect(
			await lines(
				`try { setTimeout('code'); } catch (e) { console.log(e.name, e.code, e.message); console.log(e.stack.split('\\n')[0]); }`
			)
		).toEqual([
			'TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type string (\'code\')',
			'TypeError [ERR_INVALID_ARG_TYPE]: The "callback" argument must be of type function. Received type string (\'code\')'
		]);
	});
});

describe('clock and chance', () => {
	test('the clock stands still in a short turn and moves with timers', async () => {
		expect(
			await lines(`
			console.log(new Date().toISOString(), new Date().getHours(), new Date().getTimezoneOffset());
			const a = Date.now(), h = process.hrtime.bigint(); setTimeout(() => console.log(Date.now() - a, process.hrtime.bigint() - h), 25);`)
		).toEqual(['2025-01-01T09:00:00.000Z 9 0', '25 25000000n']);
	});

	test('a busy wait ends, and costs the polls it waits', async () => {
		const result = await runProgram(
			`const end = Date.now() + 5; while (Date.now() < end); console.log('done');`
		);
		expect(result.stdout).toBe('done\n');
		expect(result.polls).toBe(50);
	});

	test('promise jobs cost steps, but not in an ordinary turn', async () => {
		const loop = (times: number) =>
			`(async () => { for (let i = 0; i < ${times}; i++) await null; })();`;
		expect((await runProgram(loop(20))).polls).toBe(0);
		expect((await runProgram(loop(6400))).polls).toBeGreaterThanOrEqual(100);
	});

	test('random numbers differ between seeds and repeat with one', async () => {
		const program = 'console.log(Math.random(), Math.random())';
		const [first, again, other] = [
			await runProgram(program, { seed: 1 }),
			await runProgram(program, { seed: 1 }),
			await runProgram(program, { seed: 2 })
		];
		expect(again.stdout).toBe(first.stdout);
		expect(other.stdout).not.toBe(first.stdout);
	});
});
