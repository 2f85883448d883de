import { expect, test } from 'vitest';
import { brokerLogic, needsBroker, provideBroker } from '#broker';
import type { BrokerEvent } from '#broker/events';
import * as steps from '#broker/steps';
import type { Recorded } from '#kernel/events';

const created: Recorded<Extract<BrokerEvent, { kind: 'vhost.created' }>> = {
	seq: 0,
	at: 0,
	cause: -1,
	actor: 'vhost:/',
	kind: 'vhost.created',
	data: { seed: 7, startDateMs: 0 }
};

test('a broker is made without its steps, and asks for them before somebody connects', () => {
	const made = brokerLogic.vhost(undefined, created);
	expect(made.effects).toHaveLength(7);
	expect(needsBroker('vhost.created')).toBe(false);
	expect(needsBroker('exchange.declared')).toBe(false);
	expect(needsBroker('connection.accepted')).toBe(true);
	const alarm = { ...created, kind: 'vhost.alarm', data: { on: true } } as const;
	expect(() => brokerLogic.vhost(made.state, alarm)).toThrow('the broker is provided');

	provideBroker(steps);
	expect(needsBroker('connection.accepted')).toBe(false);
	expect(brokerLogic.vhost(made.state, alarm).state).toMatchObject({ alarm: true });
	expect(brokerLogic.vhost(undefined, created)).toEqual(made);
});
