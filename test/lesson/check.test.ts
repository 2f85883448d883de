import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/lesson/check.ts';
import { parseCheck } from '../../src/lesson/check-syntax.ts';
import { parseDirective } from '../../src/lesson/directive.ts';
import { reasonText } from '../../src/lesson/failure-reason.ts';
import { delivered, eventList, linkOpened, sent, type MadeEvent } from '../support/event-list.ts';

/** Judges one `@check` over some events: null when it holds, else what was seen instead. */
function check(text: string, ...events: MadeEvent[]): string | null {
	const directive = parseDirective(`@check "It is so" ${text}`, 1);
	const parsed = directive === undefined ? 'no directive' : parseCheck(directive);
	if (typeof parsed === 'string') throw new Error(parsed);
	if (parsed.assertion.form === 'script') throw new Error('a script runs by itself');
	const failure = failureOf(parsed.assertion, eventList(...events));
	return failure === null ? null : reasonText(failure.because);
}

const line = (name: string, text: string): MadeEvent => ({
	kind: 'process.output',
	actor: `process:${name}`,
	data: { stream: 'stdout', text }
});
const started = (number: number, target = 'rpc_queue'): MadeEvent => ({
	kind: 'call.started',
	actor: `call:${String(number)}`,
	data: { number, protocol: 'amqp', caller: 'client', target, key: 'k' }
});
const answered = (number: number): MadeEvent => ({
	kind: 'call.answered',
	actor: `call:${String(number)}`,
	data: { server: 'server' }
});
const decided = (routeParam: number, chosen: string | null): MadeEvent => ({
	kind: 'process.note',
	actor: 'process:gate',
	data: {
		note: 'pomelo.route-decided',
		json: JSON.stringify({ serverType: 'time', routeParam, candidates: ['t1', 't2'], chosen })
	}
});

describe('count', () => {
	test('holds between its bounds', () => {
		expect(check('count process.output min=1 max=2', line('a', 'x'))).toBeNull();
		expect(check('count process.output times=2', line('a', 'x'))).toBe(
			'it happened once, expected 2 times'
		);
		expect(check('count process.output name=b min=1', line('a', 'x'))).toBe('it never happened');
	});
});

test('eventually and never are opposites', () => {
	expect(check('eventually process.output text~x', line('a', 'xyz'))).toBeNull();
	expect(check('eventually process.output text~q', line('a', 'xyz'))).toBe('it never happened');
	expect(check('never process.output text~q', line('a', 'xyz'))).toBeNull();
	expect(check('never process.output text~x', line('a', 'xyz'))).toBe('it happened');
});

test('order wants both, the first one first', () => {
	const rule = 'order process.output text=a then process.output text=b';
	expect(check(rule, line('p', 'a'), line('p', 'b'))).toBeNull();
	expect(check(rule, line('p', 'b'), line('p', 'a'))).toBe('it was the other way round');
	expect(check(rule, line('p', 'a'))).toBe('the second of the two never happened');
	const second = 'order process.output text=a nth=2 then process.output text=b';
	expect(check(second, line('p', 'a'), line('p', 'a'), line('p', 'b'))).toBeNull();
	expect(check(second, line('p', 'a'), line('p', 'b'), line('p', 'a'))).toBe(
		'it was the other way round'
	);
	expect(check(second, line('p', 'a'), line('p', 'b'))).toBe('the first of the two never happened');
});

test('spread wants several values, evenly', () => {
	const wire = [
		linkOpened(1, 'gate', 't1', 'pomelo-rpc'),
		linkOpened(2, 'gate', 't2', 'pomelo-rpc')
	];
	const request = ['request', 1, 'user', 'time', 'timeRemote', 'now', '[]'];
	const to1 = [sent(1, 'gate', request), delivered(1, 'gate', 2, request)];
	const to2 = [sent(2, 'gate', request), delivered(2, 'gate', 4, request)];
	const rule = 'spread link.delivered method=now by=to over=2 slack=0';
	expect(check(rule, ...wire, ...to1, ...to2)).toBeNull();
	expect(check(rule, ...wire, ...to1)).toBe('only t1 once');
	const again = delivered(1, 'gate', 2, request);
	expect(check(rule, ...wire, ...to1, ...to2, again)).toBe('unevenly: t1 2 times, t2 once');
});

test('answered looks at every call that began', () => {
	expect(check('answered min=1', started(1), answered(1))).toBeNull();
	expect(check('answered', started(1), started(2), answered(2))).toBe('1 of 2 were not answered');
	expect(check('answered target=other', started(1))).toBe(
		'such calls began: 0, expected at least 1'
	);
	expect(check('answered min=3', started(1), answered(1))).toBe(
		'such calls began: 1, expected at least 3'
	);
});

test('prints compares whole lines, spaces at the ends aside', () => {
	expect(check('prints p "one" " two "', line('p', ' two\none'))).toBeNull();
	expect(check('prints p "one" "two" ordered=true', line('p', 'two\none'))).toBe(
		'p did not print "two"'
	);
	expect(check('prints p "one"', line('q', 'one'))).toBe('p did not print "one"');
});

test('routed-by-modulo follows each decision of the router', () => {
	const rule = 'routed-by-modulo serverType=time min=2';
	expect(check(rule, decided(0, 't1'), decided(5, 't2'))).toBeNull();
	expect(check(rule, decided(0, 't1'), decided(5, 't1'))).toBe(
		'route parameter 5 went to t1, expected t2'
	);
	expect(check(rule, decided(5, null))).toBe(
		"for route parameter 5 the router named no server's id, expected t2"
	);
	expect(check(rule, decided(0, 't1'))).toBe(
		'the router named a server once, expected at least 2 times'
	);
});

test('a check that cannot be read says what was expected', () => {
	const wrong = (text: string) => {
		const directive = parseDirective(`@check ${text}`, 1);
		return directive === undefined ? '' : parseCheck(directive);
	};
	expect(wrong('never call.orphaned')).toBe('expected a sentence in double quotes behind @check');
	expect(wrong('"It is so" sometimes x')).toContain('expected one of count, ');
	expect(wrong('"It is so" count 5')).toContain('expected an event kind');
	expect(wrong('"It is so" spread call.started')).toBe('expected by=<field>');
});

test('within wants what follows soon enough, each time', () => {
	const rule = 'within process.output text=ask then process.output text=answer ms=5';
	const at = (name: string, text: string, ms: number) => ({ ...line(name, text), at: ms * 1000 });
	expect(check(rule, at('a', 'ask', 1), at('b', 'answer', 6))).toBeNull();
	expect(check(rule, at('a', 'ask', 1), at('b', 'answer', 7))).toBe(
		'it took 6 ms, expected at most 5'
	);
	expect(check(rule, at('a', 'ask', 1))).toBe('what should follow never did');
	expect(check(rule)).toBe('it never happened');
	const paired = 'within process.output text=ask then process.output text=answer ms=5 by=name';
	expect(check(paired, at('a', 'ask', 1), at('b', 'answer', 2))).toBe(
		'what should follow never did'
	);
});

test('at-most-once allows each value one event', () => {
	const rule = 'at-most-once process.output text~done by=text';
	expect(check(rule, line('a', 'done 1'), line('b', 'done 2'))).toBeNull();
	expect(check(rule, line('a', 'done 1'), line('b', 'done 1'))).toBe(
		'it happened again for text done 1'
	);
	expect(check(rule)).toBe('it never happened');
});

test('pairs wants as many partners for each value', () => {
	const rule = 'pairs process.output name=a with process.output name=b by=text';
	expect(check(rule, line('a', '1'), line('a', '2'), line('b', '2'), line('b', '1'))).toBeNull();
	expect(check(rule, line('a', '1'), line('b', '1'), line('b', '1'))).toBe(
		'there is one too many for text 1'
	);
	expect(check(rule, line('a', '1'), line('a', '2'), line('b', '1'))).toBe(
		'nothing belongs to text 2'
	);
});

test('percentile looks at the slowest of the fastest so many percent; no answer takes forever', () => {
	const call = (number: number, ms: number | null): MadeEvent[] => [
		{ ...started(number), at: 0 },
		...(ms === null ? [] : [{ ...answered(number), at: ms * 1000 }])
	];
	const calls = [...call(1, 10), ...call(2, 20), ...call(3, 30), ...call(4, null)];
	expect(check('percentile p=75 ms=30', ...calls)).toBeNull();
	expect(check('percentile p=75 ms=29', ...calls)).toBe(
		'call 3 took 30 ms, expected at most 29 ms'
	);
	expect(check('percentile p=100 ms=1000', ...calls)).toBe(
		'call 4 was never answered, expected at most 1000 ms'
	);
	expect(check('percentile p=50 ms=1 caller=nobody', ...calls)).toBe('there were no such calls');
});

test('settles says so of a queue that never was', () => {
	expect(check('settles queue=tasks')).toBe('there never was a queue tasks');
});

test.each([
	['count process.output', 'expected min=N'],
	['count process.output min=3 max=2', 'min not above max'],
	['count process.output min=many', 'expected numbers'],
	['within process.output then process.output', 'expected ms='],
	['percentile p=0 ms=1', 'expected p='],
	['percentile p=95', 'expected ms='],
	['settles', 'expected queue='],
	['at-most-once process.output', 'expected by='],
	['pairs process.output by=text', 'the word "with"'],
	['script', 'expected a file'],
	['constructor', 'expected one of']
])('"%s" is told what is missing', (text, message) => {
	const directive = parseDirective(`@check "It is so" ${text}`, 1);
	if (directive === undefined) throw new Error('no directive');
	expect(parseCheck(directive)).toContain(message);
});
