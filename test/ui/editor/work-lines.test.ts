import { expect, test } from 'vitest';
import { workLine } from '../../../src/ui/editor/work-lines.ts';
import { eventList, linkOpened, sent } from '../../support/event-list.ts';

const files = {
	'client.js': [
		"await channel.assertQueue('', { exclusive: true });",
		"await channel.assertQueue('jobs');",
		"console.log(' [x] Requesting fib(%d)', n);",
		"console.log(' [.] Got %s', text);",
		'channel.ack(a);',
		'channel.ack(b);'
	].join('\n')
};
const mains = new Map([['client', 'client.js']]);

function lineOf(payload: readonly unknown[]): number | undefined {
	const trace = eventList(linkOpened(1, 'client', 'broker', 'amqp'), sent(1, 'client', payload));
	return workLine(trace, 2, files, mains)?.from;
}

test('a declaration is found by the name of its queue', () => {
	expect(lineOf(['queue.declare', 1, 'jobs', false, true, false, false, null])).toBe(2);
});

test('what fits several lines equally well is not lit', () => {
	expect(lineOf(['basic.ack', 1, 1, false])).toBeUndefined();
});

test('a printed line is found by the words it shares with the code', () => {
	const trace = eventList({
		kind: 'process.output',
		actor: 'process:client',
		data: { stream: 'stdout', text: ' [x] Requesting fib(35)' }
	});
	expect(workLine(trace, 1, files, mains)).toEqual({ file: 'client.js', from: 3, to: 3 });
});

test('before the first event nothing is at work', () => {
	expect(workLine(eventList(), 0, files, mains)).toBeNull();
});
