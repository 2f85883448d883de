import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lesson/check.ts';
import { parseCheck } from '../../src/lesson/check-syntax.ts';
import { parseDirective } from '../../src/lesson/directive.ts';
import { delivered, eventList, linkOpened, sent, type MadeEvent } from '../support/event-list.ts';

/** Judges one `@check` over some events: null when it holds, else what was seen instead. */
function check(text: string, ...events: MadeEvent[]): string | null {
	const directive = parseDirective(`@check "It is so" ${text}`, 1);
	const parsed = directive === undefined ? 'no directive' : parseCheck(directive);
	if (typeof parsed === 'string') throw new Error(parsed);
	const [verdict] = judge([parsed], eventList(...events));
	return verdict === undefined || verdict.passed ? null : verdict.because;
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
const decided = (routeParam: number, chosen: string): MadeEvent => ({
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
		expect(check('count process.output name=b min=1', line('a', 'x'))).toBe(
			'it happened never, expected at least once'
		);
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
		'there were 0 such calls, expected at least 1'
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
	expect(check(rule, decided(0, 't1'))).toBe(
		'the router was asked once, expected at least 2 times'
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
