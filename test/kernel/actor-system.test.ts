import { describe, expect, it } from 'vitest';
import { ActorSystem, type Effect } from '#kernel';
import type { Recorded } from '#kernel/events';

type TestStep = (event: Recorded) => readonly Effect[];

function systemWith(plainKinds: readonly string[], step: TestStep) {
	const events: Recorded[] = [];
	const performed: unknown[] = [];
	const system = new ActorSystem({
		logic: {
			test: (state: number | undefined, event: Recorded) => ({
				state: event.kind === 'leave' ? undefined : (state ?? 0) + 1,
				effects: step(event)
			})
		},
		plainKinds: new Set(plainKinds),
		record: (event) => events.push(event),
		perform: (actor, what, data, cause) => performed.push({ actor, what, data, cause })
	});
	const run = () => {
		while (system.step());
		return events.map(({ at, actor, kind, cause }) => ({ at, actor, kind, cause }));
	};
	return { system, run, performed };
}

describe.each([
	{ what: 'XState actors', plainKinds: [] },
	{ what: 'plain states', plainKinds: ['test'] }
])('the actor system with $what', ({ plainKinds }) => {
	const systemOf = (step: TestStep) => systemWith(plainKinds, step);

	it('tells in the order of asking, at the same instant, with the asking event as cause', () => {
		const { system, run } = systemOf(({ kind }) =>
			kind === 'go'
				? [
						{ type: 'tell', to: 'test:b', kind: 'first', data: null },
						{ type: 'tell', to: 'test:c', kind: 'second', data: null }
					]
				: []
		);
		system.tell('test:a', 'go', null, -1);
		system.tell('test:d', 'waiting', null, -1);
		expect(run()).toEqual([
			{ at: 0, actor: 'test:a', kind: 'go', cause: -1 },
			{ at: 0, actor: 'test:d', kind: 'waiting', cause: -1 },
			{ at: 0, actor: 'test:b', kind: 'first', cause: 0 },
			{ at: 0, actor: 'test:c', kind: 'second', cause: 0 }
		]);
	});

	it('replaces a delayed event of the same key, and forgets a cancelled one', () => {
		const after = (key: string, delayUs: number, kind: string): Effect => ({
			type: 'after',
			key,
			delayUs,
			to: 'test:a',
			kind,
			data: null
		});
		const { system, run } = systemOf(({ kind }) =>
			kind === 'go'
				? [
						after('timer', 10, 'early'),
						after('timer', 20, 'late'),
						after('gone', 5, 'never'),
						{ type: 'cancel', key: 'gone' }
					]
				: []
		);
		system.tell('test:a', 'go', null, -1);
		expect(run().map(({ at, kind }) => [at, kind])).toEqual([
			[0, 'go'],
			[20, 'late']
		]);
	});

	it('cancels all of an actor with a star, and nothing of the others', () => {
		const { system, run } = systemOf(({ kind, actor }) => {
			if (kind === 'stop') return [{ type: 'cancel', key: '*' }];
			if (kind !== 'go') return [];
			return [{ type: 'after', key: 'k', delayUs: 10, to: actor, kind: 'due', data: null }];
		});
		system.tell('test:a', 'go', null, -1);
		system.tell('test:b', 'go', null, -1);
		system.tellAt(5, 'test:a', 'stop', null, -1);
		expect(run().map(({ actor, kind }) => `${actor} ${kind}`)).toEqual([
			'test:a go',
			'test:b go',
			'test:a stop',
			'test:b due'
		]);
	});

	it('hands host effects over and removes an actor whose state is gone', () => {
		const { system, run, performed } = systemOf(({ kind }) =>
			kind === 'go' ? [{ type: 'perform', what: 'turn', data: 7 }] : []
		);
		system.tell('test:a', 'go', null, -1);
		run();
		expect(performed).toEqual([{ actor: 'test:a', what: 'turn', data: 7, cause: 0 }]);
		expect(system.stateOf('test:a')).toBe(1);
		system.tell('test:a', 'leave', null, -1);
		run();
		expect(system.stateOf('test:a')).toBeUndefined();
	});

	it('throws what a step throws, at once', () => {
		const { system } = systemOf(() => {
			throw new Error('our bug');
		});
		system.tell('test:a', 'go', null, -1);
		expect(() => system.step()).toThrow('our bug');
	});
});
