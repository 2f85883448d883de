// Generated programs without a RabbitMQ: what the comparison with the real one rests on.
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { testSandbox } from '../support/engine.ts';
import { anyProgram } from './arbitrary-program.ts';
import type { Operation, Program } from './program.ts';
import { shrink } from './shrink.ts';
import { runSimulated } from './simulated-runner.ts';

const folder = join(import.meta.dirname, 'programs');
const programs = fc.sample(anyProgram(), { seed: 11, numRuns: 4 });
const run = async (program: Program) => runSimulated(folder, program, await testSandbox());

test('a generated program runs to its end, every operation answered, and observes the same each time', async () => {
	for (const program of programs) {
		const observed = await run(program);
		expect(observed.filter((line) => /^\d/.test(line))).toHaveLength(program.operations.length);
		expect(observed.filter((line) => /no answer|^(stderr|exit) /.test(line))).toEqual([]);
		expect(await run(program)).toEqual(observed);
	}
});

test('a program is shrunk to the operations and options that matter', async () => {
	const noise: Operation = { do: 'recover', on: 1 };
	const program: Program = {
		beatMs: 0,
		channels: [
			{ connection: 0, confirm: true },
			{ connection: 2, confirm: false }
		],
		operations: [
			...Array.from({ length: 9 }, () => noise),
			{
				do: 'assertQueue',
				on: 0,
				args: ['q0', { durable: true, arguments: { 'x-max-length': 2 } }]
			},
			...Array.from({ length: 9 }, () => noise)
		]
	};
	const hasLimit = ({ operations }: Program) =>
		operations.some((each) => JSON.stringify(each).includes('x-max-length'));
	const smallest = await shrink(program, (each) => Promise.resolve(hasLimit(each)), 500);
	expect(smallest.operations).toEqual([
		{ do: 'assertQueue', on: 0, args: ['q0', { arguments: { 'x-max-length': 0 } }] }
	]);
	expect(smallest.channels).toEqual([
		{ connection: 0, confirm: false },
		{ connection: 0, confirm: false }
	]);
});
