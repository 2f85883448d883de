// What the broker promises whatever happens, over random plays. A few of them here; 20,000 by `npm run test:chaos`.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueState } from '#broker';
import { checkBroker, statesOf } from '../support/broker-invariants.ts';
import { BrokerLedger } from '../support/broker-ledger.ts';
import { BrokerPlay, deed } from '../support/broker-play.ts';

const isChaos = import.meta.env.MODE === 'chaos';
const deeds = fc.array(deed, { minLength: 10, maxLength: 60 });

function play(steps: readonly Parameters<BrokerPlay['act']>[0][], checks: boolean): void {
	const drama = new BrokerPlay(checks);
	const ledger = new BrokerLedger(drama.broker);
	for (const step of steps) {
		drama.act(step);
		checkBroker(drama.broker);
		ledger.check();
	}
	drama.end();
	checkBroker(drama.broker);
	ledger.check();
	for (const [id, state] of statesOf(drama.broker, 'queue')) {
		expect((state as QueueState).unacked.size, `what nobody holds is ready again in ${id}`).toBe(0);
	}
}

test('every message is in one place or has ended for a reason; tags, prefetch, order and limits hold', () => {
	fc.assert(
		fc.property(deeds, (steps) => {
			play(steps, !isChaos);
		}),
		{ numRuns: isChaos ? 20_000 : 60 }
	);
}, 3_600_000);

test('the same play records the same events', () => {
	fc.assert(
		fc.property(deeds, (steps) => {
			const records = [new BrokerPlay(false), new BrokerPlay(false)].map((drama) => {
				for (const step of steps) drama.act(step);
				return JSON.stringify(drama.broker.events);
			});
			expect(records[0]).toBe(records[1]);
		}),
		{ numRuns: 20 }
	);
}, 60_000);
