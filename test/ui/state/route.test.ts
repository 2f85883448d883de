import { expect, test } from 'vitest';
import { formatRoute, isSamePlace, parseRoute } from '../../../src/ui/state/route.ts';

test('every route survives being written and read', () => {
	for (const hash of [
		'#/',
		'#/about',
		'#/teach/week-3/first',
		'#/lesson/02-amqp/01-x',
		'#/play/amqp-rpc',
		'#/s/abc-_DEF',
		'#/play/amqp-rpc@0',
		'#/lesson/a@12',
		'#/mine/b@7',
		'#/s/abc-_DEF@120',
		'#/mine/me@home',
		'#/lesson/week-3/first@7',
		'#/course/courses/week-3.json'
	]) {
		expect(formatRoute(parseRoute(hash))).toBe(hash);
	}
});

test('an unknown address is the home page', () => {
	for (const hash of ['', '#', '#/nope/x', '#/play/', 'x']) {
		expect(parseRoute(hash)).toEqual({ page: 'home' });
	}
});

test('an address can name a moment of a run; the place is the same', () => {
	expect(parseRoute('#/play/amqp-rpc@48')).toEqual({ page: 'play', id: 'amqp-rpc', event: 48 });
	expect(parseRoute('#/s/abc@7')).toEqual({ page: 'shared', text: 'abc', event: 7 });
	expect(isSamePlace(parseRoute('#/play/a@48'), parseRoute('#/play/a'))).toBe(true);
	expect(isSamePlace(parseRoute('#/play/a@48'), parseRoute('#/play/b@48'))).toBe(false);
});
