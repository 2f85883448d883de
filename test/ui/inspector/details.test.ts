import { expect, test } from 'vitest';
import { actorHistory } from '../../../src/ui/inspector/actor-history.ts';
import { payloadText } from '../../../src/ui/inspector/payload-text.ts';
import { traceIndex } from '../../../src/trace/index.ts';
import { traceOf } from '../trace-builder.ts';

test('JSON content is indented, other content stays as it is', () => {
	expect(payloadText('{"n":35}')).toBe('{\n  "n": 35\n}');
	expect(payloadText('35')).toBe('35');
	expect(payloadText('{not json')).toBe('{not json');
});

test('long content is cut and says how much is missing', () => {
	const text = payloadText('x'.repeat(20_005));
	expect(text.endsWith('… 5 more characters')).toBe(true);
});

test('the history of an actor is newest first and leaves out what is no step', () => {
	const trace = traceOf(['zero', 0], ['begin', 0], ['end', 5], ['zero', 9]);
	const index = traceIndex(trace);
	expect(actorHistory('run:main', trace, index, 4)).toEqual([3, 0]);
	expect(actorHistory('run:main', trace, index, 2)).toEqual([0]);
	expect(actorHistory('process:a', trace, index, 4)).toEqual([]);
});
