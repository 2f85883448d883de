// What a person imported stays: listed, opened again later, removed and brought back, and honest when there is no room.
import { describe, expect, test } from 'vitest';
import { OwnScenarios } from '../../../src/ui/state/own-scenarios.svelte.ts';
import { storeOf } from './key-value-store.ts';

/** Stands for a share text. */
const text = 'q1YqSy0qzszPU7Iy';

describe('own scenarios', () => {
	test('are there after a reload, under an id made from the title', () => {
		const store = storeOf();
		const { id, isKept } = new OwnScenarios(store).add(text, 'My first Chat!');
		expect({ id, isKept }).toEqual({ id: 'my-first-chat', isKept: true });
		const again = new OwnScenarios(store);
		expect(again.list).toEqual([{ id, title: 'My first Chat!', description: '' }]);
		expect(again.text(id)).toBe(text);
	});

	test('of one title get ids of their own; a title of other letters gets one too', () => {
		const own = new OwnScenarios(storeOf());
		const ids = ['Chat', 'chat', '聊天', '聊天'].map((title) => own.add(text, title).id);
		expect(ids).toEqual(['chat', 'chat-2', 'scenario', 'scenario-2']);
	});

	test('added in two tabs are both kept', () => {
		const store = storeOf();
		const [one, other] = [new OwnScenarios(store), new OwnScenarios(store)];
		one.add(text, 'one');
		other.add(text, 'other');
		expect(new OwnScenarios(store).list.map(({ id }) => id)).toEqual(['one', 'other']);
	});

	test('removed come back with their edits, at their place', () => {
		const store = storeOf();
		const own = new OwnScenarios(store);
		for (const title of ['a', 'b', 'c']) own.add(text, title);
		store.set('edits:mine/b', '{"a.js":"two"}');
		own.remove('b');
		expect(own.list.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(own.text('b')).toBeUndefined();
		expect(store.map.has('edits:mine/b')).toBe(false);
		expect(own.removedTitle).toBe('b');
		own.undoRemove();
		expect(own.removedTitle).toBeNull();
		expect(new OwnScenarios(store).list.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		expect(own.text('b')).toBe(text);
		expect(store.get('edits:mine/b')).toBe('{"a.js":"two"}');
	});

	test.each([10, 20])(
		'too large for the store of %d characters can be opened until the page is left, and say so',
		(max) => {
			const store = storeOf(max);
			const own = new OwnScenarios(store);
			expect(own.add(text, 'big')).toEqual({ id: 'big', isKept: false });
			expect(own.text('big')).toBe(text);
			expect(own.list.map(({ id }) => id)).toEqual(['big']);
			expect(new OwnScenarios(store).list).toEqual([]);
		}
	);

	test('a damaged list is an empty one', () => {
		const store = storeOf();
		store.set('own', '[{"id":1},"x"]');
		expect(new OwnScenarios(store).list).toEqual([]);
	});
});
