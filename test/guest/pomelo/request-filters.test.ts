// The filters around client requests: order, errors, and the ones Pomelo brings along.
import { beforeEach, describe, expect, it } from 'vitest';
import { FilterService } from '../../../src/guest/pomelo/filter.ts';
import type { Callback } from '../../../src/guest/pomelo/platform.ts';
import { createRequestFilters } from '../../../src/guest/pomelo/request-filters.ts';
import { FakeMachine, fakePlatform, type FakePlatform } from './fake-machine.ts';

interface Filter {
	before: (msg: unknown, session: object, next: Callback) => void;
	after: (err: unknown, msg: unknown, session: object, resp: unknown, next: Callback) => void;
}

let machine: FakeMachine;
let platform: FakePlatform;

beforeEach(() => {
	machine = new FakeMachine();
	platform = fakePlatform(machine, 'connector-server-1');
});

describe('the filter chain', () => {
	it('runs before filters in order and after filters in reverse', () => {
		const order: string[] = [];
		const named = (name: string): Filter => ({
			before: (_msg, _session, next) => {
				order.push(`before ${name}`);
				next();
			},
			after: (err, _msg, _session, _resp, next) => {
				order.push(`after ${name}`);
				next(err);
			}
		});
		const filters = [named('one'), named('two')];
		const service = new FilterService(platform, filters, filters);
		service.beforeFilter({}, {}, () => order.push('handler'));
		service.afterFilter(null, {}, {}, {}, () => order.push('done'));
		expect(order).toEqual([
			'before one',
			'before two',
			'handler',
			'after two',
			'after one',
			'done'
		]);
	});

	it('stops at the first error, with the answer the filter gives', () => {
		const veto = (_msg: unknown, _session: unknown, next: Callback): void => {
			next(new Error('blocked'), { blocked: true });
		};
		const never = (): void => {
			throw new Error('must not run');
		};
		const results: unknown[][] = [];
		new FilterService(platform, [veto, never], []).beforeFilter({}, {}, (...args) =>
			results.push(args)
		);
		expect(results).toEqual([[new Error('blocked'), { blocked: true }, undefined]]);
	});

	it('takes something that is no filter for an error', () => {
		const results: unknown[] = [];
		new FilterService(platform, [{}], []).beforeFilter({}, {}, (err) => results.push(err));
		expect(results).toEqual([new Error('invalid before filter.')]);
	});
});

describe('pomelo.timeout()', () => {
	it('only logs when a request takes longer', () => {
		const filter = createRequestFilters(platform).timeout?.(100) as Filter;
		const session = {};
		let passed = 0;
		filter.before({ __route__: 'chat.chatHandler.send' }, session, () => (passed += 1));
		machine.advance(150);
		expect(passed).toBe(1);
		expect(platform.logLines).toEqual([
			'[ERROR] pomelo - request "chat.chatHandler.send" timeout.'
		]);
	});

	it('is silent when the request is done in time', () => {
		const filter = createRequestFilters(platform).timeout?.(100) as Filter;
		const session = {};
		filter.before({}, session, () => undefined);
		filter.after(null, {}, session, {}, () => undefined);
		machine.advance(150);
		expect(platform.logLines).toEqual([]);
	});
});

describe('pomelo.serial()', () => {
	it("lets a session's requests through one by one", () => {
		const filter = createRequestFilters(platform).serial?.() as Filter;
		const session = { id: 77 };
		const order: string[] = [];
		filter.before({}, session, () => order.push('first'));
		filter.before({}, session, () => order.push('second'));
		machine.advance(10);
		expect(order).toEqual(['first']);
		filter.after(null, {}, session, {}, () => order.push('first done'));
		machine.advance(10);
		expect(order).toEqual(['first', 'first done', 'second']);
	});
});
