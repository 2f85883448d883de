import { expect, test } from 'vitest';
import { formatRoute, parseRoute } from '../../../src/ui/state/route.ts';

test('every route survives being written and read', () => {
	for (const hash of ['#/', '#/lesson/02-amqp/01-x', '#/play/amqp-rpc', '#/s/abc-_DEF']) {
		expect(formatRoute(parseRoute(hash))).toBe(hash);
	}
});

test('an unknown address is the home page', () => {
	for (const hash of ['', '#', '#/nope/x', '#/play/', 'x']) {
		expect(parseRoute(hash)).toEqual({ page: 'home' });
	}
});
