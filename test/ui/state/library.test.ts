// What there is to open is asked for once, however many panes want its titles.
import { expect, test } from 'vitest';
import type { Content } from '../../../src/ui/lesson/built-in-content.ts';
import { Library } from '../../../src/ui/state/library.svelte.ts';
import { storeOf } from './key-value-store.ts';

function libraryOf(listings: Content['listings']): Library {
	return new Library({ listings } as Content, storeOf());
}

test('the titles are loaded once, whoever asks for them', async () => {
	let asked = 0;
	const library = libraryOf(() => {
		asked += 1;
		return Promise.resolve({
			lessons: [],
			scenarios: [],
			tracks: [{ id: 'a', title: 'A', summary: '', translations: {} }]
		});
	});
	await Promise.all([library.list(), library.list()]);
	await library.list();
	expect(asked).toBe(1);
	expect(library.tracks).toHaveLength(1);
});

test('titles that could not be loaded are asked for again', async () => {
	let asked = 0;
	const library = libraryOf(() => {
		asked += 1;
		return asked === 1
			? Promise.reject(new Error('no network'))
			: Promise.resolve({ lessons: [], scenarios: [], tracks: [] });
	});
	await expect(library.list()).rejects.toThrow('no network');
	await library.list();
	expect(asked).toBe(2);
});
