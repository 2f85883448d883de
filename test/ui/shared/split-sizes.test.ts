// Panes side by side share their room: the sum stays, nobody falls below its minimum, folded ones keep their length.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedBorder, parseLayout, type PaneLength } from '../../../src/ui/shared/split-sizes.ts';

const pane = (px: number, minPx = 100, folded = false): PaneLength => ({ px, minPx, folded });

test('the border takes from the pane it moves towards', () => {
	expect(movedBorder([pane(300), pane(300), pane(300)], 0, 50)).toEqual([350, 250, 300]);
	expect(movedBorder([pane(300), pane(300), pane(300)], 1, -50)).toEqual([300, 250, 350]);
});

test('when a pane is at its minimum, the next one gives way', () => {
	expect(movedBorder([pane(300), pane(150), pane(300)], 0, 120)).toEqual([420, 100, 230]);
	expect(movedBorder([pane(300), pane(150), pane(300)], 1, -400)).toEqual([100, 100, 550]);
});

test('a folded pane is passed over', () => {
	const panes = [pane(300), pane(37, 100, true), pane(300)];
	expect(movedBorder(panes, 0, 80)).toEqual([380, 37, 220]);
	expect(movedBorder(panes, 1, 80)).toEqual([380, 37, 220]);
	expect(movedBorder([pane(37, 100, true), pane(300)], 0, 80)).toEqual([37, 300]);
});

test('whatever moves, the sum and every bound stay', () => {
	const anyPane = fc.record({
		px: fc.integer({ min: 100, max: 900 }),
		minPx: fc.integer({ min: 20, max: 100 }),
		folded: fc.boolean()
	});
	fc.assert(
		fc.property(
			fc.array(anyPane, { minLength: 2, maxLength: 5 }),
			fc.nat(),
			fc.integer({ min: -3000, max: 3000 }),
			(panes, at, byPx) => {
				const lengths = movedBorder(panes, at % (panes.length - 1), byPx);
				const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
				expect(sum(lengths)).toBe(sum(panes.map(({ px }) => px)));
				panes.forEach(({ px, minPx, folded }, index) => {
					expect(lengths[index]).toBeGreaterThanOrEqual(minPx);
					if (folded) expect(lengths[index]).toBe(px);
				});
			}
		)
	);
});

test('a kept layout is read; anything else is none', () => {
	expect(parseLayout('{"sizes":[60,40],"folded":[false,true]}')).toEqual({
		sizes: [60, 40],
		folded: [false, true]
	});
	for (const text of [
		null,
		'',
		'null',
		'[]',
		'{"sizes":[0,-1],"folded":[]}',
		'{"a":{"layout":[]}}'
	])
		expect(parseLayout(text)).toBeUndefined();
});
