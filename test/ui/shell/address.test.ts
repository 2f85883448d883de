import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeMoment } from '../../../src/ui/shell/address.ts';
import type { Route } from '../../../src/ui/state/route.ts';

const route: Route = { page: 'play', id: 'amqp-rpc' };
let address: { hash: string };

beforeEach(() => {
	vi.useFakeTimers();
	address = { hash: '#/play/amqp-rpc' };
	vi.stubGlobal('location', address);
	vi.stubGlobal('history', {
		state: null,
		replaceState: (_state: unknown, _title: string, hash: string) => {
			address.hash = hash;
		}
	});
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('the moment is in the address once the cursor rests, and not before', () => {
	writeMoment(route, 120, 80);
	vi.advanceTimersByTime(300);
	expect(address.hash).toBe('#/play/amqp-rpc');
	vi.advanceTimersByTime(300);
	expect(address.hash).toBe('#/play/amqp-rpc@120');
});

test('where the place begins by itself needs no moment', () => {
	address.hash = '#/play/amqp-rpc@120';
	writeMoment(route, 80, 80);
	vi.runAllTimers();
	expect(address.hash).toBe('#/play/amqp-rpc');
});

test('a cursor that moves on leaves the address alone', () => {
	const giveUp = writeMoment(route, 120, 80);
	giveUp();
	vi.runAllTimers();
	expect(address.hash).toBe('#/play/amqp-rpc');
});

test('an address that came meanwhile is not overwritten, though it leads to the same place', () => {
	writeMoment(route, 120, 80);
	address.hash = '#/play/amqp-rpc@100';
	vi.runAllTimers();
	expect(address.hash).toBe('#/play/amqp-rpc@100');
});

test('the address of another place stays, as it is there to be copied', () => {
	address.hash = '#/s/abc';
	writeMoment(route, 120, 80);
	vi.runAllTimers();
	expect(address.hash).toBe('#/s/abc');
});
