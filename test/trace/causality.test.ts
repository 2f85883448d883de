import { expect, test } from 'vitest';
import { causesOf, effectsOf, why } from '#trace';
import { eventList } from '../support/event-list.ts';

const output = (text: string) => ({ stream: 'stdout', text });
const trace = eventList(
	{ kind: 'run.began', actor: 'run:main', data: { seed: 1, startDateMs: 0 }, cause: -1 },
	{ kind: 'process.killed', actor: 'process:a', cause: 0 },
	{
		kind: 'turn.ended',
		actor: 'process:b',
		data: { polls: 0, operations: [], limit: null },
		cause: 1
	},
	{ kind: 'process.output', actor: 'process:b', data: output('x'), cause: 2 },
	{ kind: 'process.output', actor: 'process:c', data: output('y'), cause: 1 }
);

test('causes are walked back to the first and told in order', () => {
	expect(causesOf(trace, 3)).toEqual([0, 1, 2]);
	expect(causesOf(trace, 0)).toEqual([]);
});

test('effects are the events an event led to directly', () => {
	expect(effectsOf(trace, 1)).toEqual([2, 4]);
	expect(effectsOf(trace, 3)).toEqual([]);
});

test('why is told in sentences, without what only moves things along', () => {
	expect(why(trace, 3)).toEqual([
		{ seq: 1, sentence: 'a is killed: it vanishes without any clean-up.' },
		{ seq: 3, sentence: 'b prints "x".' }
	]);
	expect(why(trace, 2).at(-1)).toEqual({ seq: 2, sentence: 'b is done.' });
});
