import { expect, test } from 'vitest';
import {
	arranged,
	moved,
	readOrder,
	usualOrder,
	type Lifeline
} from '../../../src/ui/sequence/lifelines.ts';

const lifelines: readonly Lifeline[] = [
	{ node: 'server-1', role: 'server' },
	{ node: 'broker', role: 'broker' },
	{ node: 'client', role: 'client' }
];
const names = (list: readonly Lifeline[]) => list.map(({ node }) => node);

test('usually clients come first, then the broker, then servers', () => {
	expect(names(arranged(lifelines, usualOrder))).toEqual(['client', 'broker', 'server-1']);
});

test('a moved lifeline stays where it was put, and new ones stand where they usually would', () => {
	const order = moved(arranged(lifelines, usualOrder), 'server-1', -2);
	expect(order).toEqual(['server-1', 'client', 'broker']);
	const more: readonly Lifeline[] = [...lifelines, { node: 'server-2', role: 'server' }];
	expect(names(arranged(more, { order, hidden: [] }))).toEqual([
		'server-1',
		'client',
		'broker',
		'server-2'
	]);
});

test('a move ends at the edge', () => {
	expect(moved(lifelines, 'client', 5)).toEqual(['server-1', 'broker', 'client']);
	expect(moved(lifelines, 'nobody', 1)).toEqual(['server-1', 'broker', 'client']);
});

test('what was kept is read with care', () => {
	expect(readOrder('{"order":["a",1],"hidden":["b"]}')).toEqual({ order: ['a'], hidden: ['b'] });
	for (const text of [null, '', 'null', '[]', '{"order":3}']) {
		expect(readOrder(text)).toEqual(usualOrder);
	}
});
