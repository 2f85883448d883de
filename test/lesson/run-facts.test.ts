import { expect, test } from 'vitest';
import { runFacts } from '../../src/lesson/run-facts.ts';
import { eventList } from '../support/event-list.ts';

test('an event has the fields of its data, and a note those of its facts', () => {
	const decided = { note: 'pomelo.route-decided', json: '{"serverType":"time","chosen":"t1"}' };
	const { events } = runFacts(
		eventList({ kind: 'process.note', actor: 'process:gate', data: decided, at: 1500 }),
		1,
		null
	);
	expect(events).toEqual([
		{
			seq: 0,
			ms: 1.5,
			kind: 'process.note',
			actor: 'process:gate',
			note: 'pomelo.route-decided',
			serverType: 'time',
			chosen: 't1'
		}
	]);
});

test('what a process printed is cut into lines, and its end is told', () => {
	const actor = 'process:p';
	const { processes } = runFacts(
		eventList(
			{ kind: 'process.output', actor, data: { stream: 'stdout', text: 'a\nb' } },
			{ kind: 'process.output', actor, data: { stream: 'stderr', text: 'c' } },
			{ kind: 'process.killed', actor }
		),
		1,
		null
	);
	expect(processes).toEqual({
		p: { stdout: ['a', 'b'], stderr: ['c'], exit: { code: null, reason: 'killed' } }
	});
});
