// What is done to a run can be changed, taken back and made again, and nothing of it is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Intervention } from '../../../src/scenario/index.ts';
import { Interventions } from '../../../src/ui/state/interventions.svelte.ts';
import { UndoHistory } from '../../../src/ui/state/undo-history.svelte.ts';
import { storeOf } from './key-value-store.ts';

const kill = (at: number, process = 'a'): Intervention => ({ at, do: 'kill', process });
const given = [kill(10, 'given'), kill(20, 'given')];

function opened(store = storeOf()) {
	let runs = 0;
	const history = new UndoHistory();
	const interventions = new Interventions(store, history, () => (runs += 1));
	interventions.open(given, 'play/x');
	const now = () => interventions.list.map(({ intervention }) => intervention);
	return { interventions, history, store, now, runs: () => runs };
}

describe('the interventions of a run', () => {
	test('are those of the scenario, then those of the person, told apart', () => {
		const { interventions } = opened();
		interventions.add(kill(5), '', 5, false);
		expect(interventions.list.map(({ index, isOwn }) => [index, isOwn])).toEqual([
			[0, false],
			[1, false],
			[2, true]
		]);
	});

	test('fork the run: what the person did later is given up, and comes back by undo or when it is wanted', () => {
		const { interventions, history, now } = opened();
		interventions.add(kill(60), '', 60, false);
		const change = interventions.add(kill(40), '', 40, true);
		expect(change).toMatchObject({ forkedAt: 40, givenUp: [kill(60)] });
		expect(now()).toEqual([...given, kill(40)]);
		history.undo();
		expect(now()).toEqual([...given, kill(60)]);
		history.redo();
		expect(now()).toEqual([...given, kill(40)]);
		history.undo();
		interventions.add(kill(40), '', 40, true);
		interventions.keepGivenUp('');
		expect(now()).toEqual([...given, kill(60), kill(40)]);
		history.undo();
		history.undo();
		expect(now()).toEqual([...given, kill(60)]);
	});

	test('of the scenario can be edited and removed as well', () => {
		const { interventions, history, now } = opened();
		interventions.edit(0, kill(11, 'given'), '');
		expect(now()).toEqual([given[1], kill(11, 'given')]);
		interventions.remove(0, '');
		expect(now()).toEqual([kill(11, 'given')]);
		interventions.clear('');
		expect(now()).toEqual([]);
		history.undo();
		expect(now()).toEqual([kill(11, 'given')]);
	});

	test('of which two read the same are removed one at a time', () => {
		const interventions = new Interventions(storeOf(), new UndoHistory(), () => undefined);
		interventions.open([kill(1), kill(1)], '');
		interventions.remove(0, '');
		expect(interventions.list).toHaveLength(1);
	});

	test('are there again after a reload', () => {
		const { interventions, store, now } = opened();
		interventions.add(kill(5), '', 5, false);
		interventions.remove(0, '');
		const again = opened(store);
		expect(again.now()).toEqual(now());
		again.interventions.remove(1, '');
		again.interventions.open(given, 'play/other');
		expect(again.now()).toEqual(given);
	});

	test('are as the scenario has them when what was kept cannot be read', () => {
		const store = storeOf();
		for (const kept of ['', '{', '7', '{"own":7,"without":[3]}', '{"own":[null,{"at":"x"}]}']) {
			store.set('interventions:play/x', kept);
			expect(opened(store).now()).toEqual(given);
		}
	});

	test('come back step by step by undo, and forth by redo, whatever was done', () => {
		const deed = fc.record({
			what: fc.constantFrom('add', 'edit', 'remove', 'clear', 'undo', 'redo', 'keep'),
			at: fc.nat(100),
			index: fc.nat(4)
		});
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
				const { interventions, history, now, store } = opened();
				for (const { what, at, index } of deeds) {
					if (what === 'add') interventions.add(kill(at), '', at, false);
					else if (what === 'edit') interventions.edit(index, kill(at), '');
					else if (what === 'remove') interventions.remove(index, '');
					else if (what === 'clear') interventions.clear('');
					else if (what === 'keep') interventions.keepGivenUp('');
					else history[what]();
				}
				const end = now();
				expect(opened(store).now()).toEqual(end);
				let steps = 0;
				while (history.undo() !== null) steps += 1;
				expect(now()).toEqual(given);
				for (; steps > 0; steps--) history.redo();
				expect(now()).toEqual(end);
			})
		);
	});
});
