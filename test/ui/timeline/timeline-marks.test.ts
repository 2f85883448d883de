import { expect, test } from 'vitest';
import { gapMarks, timelineMarks } from '../../../src/ui/timeline/timeline-marks.ts';
import { Trace } from '../../../src/trace/index.ts';

function traceOfCalls(count: number): Trace {
	const trace = new Trace();
	const data = { number: 1, protocol: 'amqp', caller: 'a', target: 'q', key: '' } as const;
	trace.append(
		Array.from({ length: count }, (_, seq) => ({
			seq,
			at: seq,
			cause: -1,
			actor: `call:${String(seq + 1)}` as const,
			kind: 'call.started' as const,
			data
		}))
	);
	return trace;
}

test('a mark stands where its event is among all events and knows its call', () => {
	const marks = timelineMarks(traceOfCalls(4), 4);
	expect(marks.map((mark) => mark.at)).toEqual([0.25, 0.5, 0.75, 1]);
	expect(marks[2]).toMatchObject({ kind: 'call', call: 3 });
});

test('many calls give a bounded number of marks', () => {
	expect(timelineMarks(traceOfCalls(5000), 5000).length).toBeLessThanOrEqual(400);
});

test('a skipped gap lies between two events', () => {
	expect(gapMarks([{ seq: 4, fromUs: 10, toUs: 70 }], 10)).toEqual([{ at: 0.45, us: 60 }]);
});
