import { expect, test } from 'vitest';
import { kindIndex } from '../../../src/ui/timeline/kind-index.ts';
import { traceOf } from '../trace-builder.ts';

test('the events of a kind are listed in order and followed as the run grows', () => {
	const trace = traceOf(['zero', 0], ['send', 0], ['deliver', 10_000]);
	const index = kindIndex(trace);
	expect(index.seqsOf('message')).toEqual([1, 2]);
	expect(index.seqsOf('turn')).toEqual([]);

	const longer = traceOf(
		['zero', 0],
		['send', 0],
		['deliver', 10_000],
		['begin', 10_000],
		['end', 11_000],
		['send', 11_000]
	);
	trace.append(longer.events.slice(3));
	expect(index.seqsOf('message')).toEqual([1, 2, 5]);
	expect(index.seqsOf('turn')).toEqual([4]);
	expect(kindIndex(trace)).toBe(index);
});
