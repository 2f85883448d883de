// Makes a program that differs smaller while it still differs: operations go in halves, quarters, ... one by one, then
// what their options say, then channels. A shrunk program is for people; fast-check's own shrinking, which starts from
// the random choices, needs several times as many runs on both sides.
import type { Operation, Program } from './program.ts';

/** The smallest program found within `runsMax` questions. */
export async function shrink(
	program: Program,
	differs: (candidate: Program) => Promise<boolean>,
	runsMax: number
): Promise<Program> {
	let smallest = program;
	let runs = 0;
	let isSmaller = true;
	while (isSmaller && runs < runsMax) {
		isSmaller = false;
		for (const candidate of smallerOnes(smallest)) {
			if (runs++ >= runsMax) break;
			if (!(await differs(candidate))) continue;
			smallest = candidate;
			isSmaller = true;
			break;
		}
	}
	return smallest;
}

/** Programs a step smaller, the boldest first. */
function* smallerOnes(program: Program): Generator<Program> {
	const { operations } = program;
	for (
		let size = Math.ceil(operations.length / 2);
		size >= 1;
		size = size === 1 ? 0 : Math.ceil(size / 2)
	) {
		for (let start = operations.length - size; start > -size; start -= size) {
			const from = Math.max(0, start);
			yield {
				...program,
				operations: [...operations.slice(0, from), ...operations.slice(start + size)]
			};
		}
	}
	for (const [index, operation] of operations.entries()) {
		for (const simpler of simplerOnes(operation)) {
			yield { ...program, operations: operations.with(index, simpler as Operation) };
		}
	}
	for (const [index, { connection, confirm }] of program.channels.entries()) {
		const channels = (change: object) => ({
			...program,
			channels: program.channels.with(index, { connection, confirm, ...change })
		});
		if (confirm) yield channels({ confirm: false });
		if (connection > 0) yield channels({ connection: 0 });
	}
}

/** The value with one field less, or one of its numbers or fields simpler. What is an operation stays one. */
function* simplerOnes(value: unknown): Generator {
	if (Array.isArray(value)) {
		const items = value as readonly unknown[];
		for (const [index, item] of items.entries()) {
			for (const simpler of simplerOnes(item)) yield items.with(index, simpler);
		}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) {
			if (!needed.includes(key)) {
				const { [key]: _gone, ...rest } = value as Record<string, unknown>;
				yield rest;
			}
			for (const simpler of simplerOnes(item)) yield { ...value, [key]: simpler };
		}
	} else if (typeof value === 'number' && value > 0) {
		yield 0;
		if (value > 1 && value < 10) yield value - 1;
	}
}

const needed = ['do', 'on', 'args', 'pick'];
