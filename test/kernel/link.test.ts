// Links: first in first out, latency, and the faults a person asks for.
import { describe, expect, it } from 'vitest';
import { ActorSystem, createLinkStep, type LinkFault, type LinkState } from '#kernel';
import type { Recorded } from '#kernel/events';

const opened = {
	from: 'process:a',
	to: 'sink:b',
	fromNode: 'a',
	toNode: 'b',
	toSocketId: 1,
	socket: 1,
	protocol: 'test',
	latencyUs: 1000,
	jitterUs: 0,
	seed: 1
};

function wire(latency: Partial<typeof opened> = {}) {
	const events: Recorded[] = [];
	const arrived: { at: number; what: unknown }[] = [];
	const system = new ActorSystem({
		logic: {
			link: createLinkStep(
				(link, payload) => ({ to: link.to, kind: 'got', data: payload[0] }),
				(link, why) => ({ to: link.to, kind: 'end', data: why })
			),
			sink: (_state: unknown, event: Recorded) => {
				arrived.push({ at: event.at, what: event.data });
				return { state: true, effects: [] };
			}
		},
		record: (event) => events.push(event),
		perform: () => undefined
	});
	const tell = (kind: string, data: unknown) => {
		system.tell('link:1', kind, data, -1);
	};
	tell('link.opened', { ...opened, ...latency });
	const send = (...words: string[]) => {
		for (const word of words) tell('link.sent', { payload: [word] });
	};
	const fault = (one: Partial<LinkFault> & Pick<LinkFault, 'kind'>) => {
		tell('link.fault', { faults: [{ count: 1, chance: 10_000, extraUs: 0, ...one }], cut: false });
	};
	const run = () => {
		while (system.step());
		return arrived;
	};
	const inFlight = () => (system.stateOf('link:1') as LinkState | undefined)?.inFlight.length;
	return { system, tell, send, fault, run, events, inFlight };
}

describe('a link', () => {
	it('delivers in order after its latency', () => {
		const { send, run } = wire();
		send('one', 'two');
		expect(run()).toEqual([
			{ at: 1000, what: 'one' },
			{ at: 1000, what: 'two' }
		]);
	});

	it('keeps the order when jitter would overtake', () => {
		const { send, run } = wire({ jitterUs: 900, seed: 5 });
		const words = ['1', '2', '3', '4', '5', '6', '7', '8'];
		send(...words);
		const arrived = run();
		expect(arrived.map(({ what }) => what)).toEqual(words);
		expect(new Set(arrived.map(({ at }) => at)).size).toBeGreaterThan(1);
	});

	it('shows what is in flight until it arrives', () => {
		const { system, send, inFlight, run } = wire();
		send('one', 'two');
		while (system.nextAt() === 0) system.step();
		expect(inFlight()).toBe(2);
		run();
		expect(inFlight()).toBe(0);
	});

	it('drops as many messages as asked and says so', () => {
		const { send, fault, run, events } = wire();
		fault({ kind: 'drop', count: 2 });
		send('one', 'two', 'three');
		expect(run().map(({ what }) => what)).toEqual(['three']);
		expect(events.filter(({ kind }) => kind === 'link.dropped')).toHaveLength(2);
	});

	it('delivers a duplicated message twice', () => {
		const { send, fault, run } = wire();
		fault({ kind: 'duplicate' });
		send('one', 'two');
		expect(run().map(({ what }) => what)).toEqual(['one', 'one', 'two']);
	});

	it('delays without changing the order, and reorders when asked to', () => {
		const delayed = wire();
		delayed.fault({ kind: 'delay', extraUs: 500 });
		delayed.send('one', 'two');
		expect(delayed.run().map(({ at }) => at)).toEqual([1500, 1500]);

		const reordered = wire();
		reordered.fault({ kind: 'reorder', extraUs: 500 });
		reordered.send('one', 'two');
		expect(reordered.run().map(({ what }) => what)).toEqual(['two', 'one']);
	});

	it('loses everything while cut, the end of the socket too', () => {
		const { tell, send, run } = wire();
		tell('link.fault', { faults: [], cut: true });
		send('one');
		tell('link.closing', { why: 'closed' });
		expect(run()).toEqual([]);
	});

	it('lets the end travel behind the data', () => {
		const { tell, send, run } = wire();
		send('one');
		tell('link.closing', { why: 'closed' });
		expect(run().map(({ what }) => what)).toEqual(['one', 'closed']);
	});

	it('keeps what arrives, and the end, while its receiver does not read', () => {
		const { tell, send, run } = wire();
		send('read');
		run();
		tell('link.paused', {});
		send('kept', 'kept too');
		tell('link.closing', { why: 'bye' });
		expect(run().map(({ what }) => what)).toEqual(['read']);
		tell('link.resumed', {});
		expect(run().map(({ what }) => what)).toEqual(['read', 'kept', 'kept too', 'bye']);
	});

	it('tells the other end of a hang-up during a cut when it works again', () => {
		const { tell, send, run } = wire();
		tell('link.fault', { faults: [], cut: true });
		send('lost');
		tell('link.closing', { why: 'killed' });
		expect(run()).toEqual([]);
		tell('link.fault', { faults: [], cut: false });
		expect(run().map(({ what }) => what)).toEqual(['killed']);
	});
});
