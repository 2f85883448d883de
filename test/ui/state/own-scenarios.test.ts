// What a person keeps stays: listed, saved in versions, removed and brought back, moved over from what earlier pages kept,
// and honest when there is no room.
import { describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../../src/ui/state/document-store.ts';
import {
	freeId,
	isKeptFile,
	keptText,
	readKept,
	withVersion,
	type KeptScenario
} from '../../../src/ui/state/kept-scenario.ts';
import { OwnScenarios } from '../../../src/ui/state/own-scenarios.svelte.ts';
import { storeOf } from './key-value-store.ts';

/** Stands for a share text. */
const text = 'q1YqSy0qzszPU7Iy';
const version = { savedAt: 1, name: 'first', text };

/** Documents in memory; with `isFull`, none can be kept. */
class FakeDocuments implements DocumentStore {
	readonly map = new Map<string, string>();
	isFull = false;

	all() {
		return Promise.resolve([...this.map]);
	}

	keep(id: string, kept: string) {
		if (!this.isFull) this.map.set(id, kept);
		return Promise.resolve(!this.isFull);
	}

	remove(id: string) {
		return Promise.resolve(this.map.delete(id));
	}
}

const load = (documents = new FakeDocuments(), store = storeOf()) =>
	OwnScenarios.load(documents, store);
const ids = (own: OwnScenarios): string[] => own.list.map(({ id }) => id);

describe('own scenarios', () => {
	test('are there after a reload, under an id made from the title', async () => {
		const documents = new FakeDocuments();
		const { id, isKept } = await (await load(documents)).add('My first Chat!', 'words', [version]);
		expect({ id, isKept }).toEqual({ id: 'my-first-chat', isKept: true });
		const again = await load(documents);
		expect(again.list).toEqual([
			{ id, title: 'My first Chat!', description: 'words', versions: [version] }
		]);
		expect(again.text(id)).toBe(text);
	});

	test('of one title get ids of their own, also across tabs', async () => {
		const documents = new FakeDocuments();
		const [one, other] = [await load(documents), await load(documents)];
		await one.add('Chat', '', [version]);
		expect((await other.add('Chat', '', [version])).id).toBe('chat-2');
		expect(ids(await load(documents))).toEqual(['chat', 'chat-2']);
		expect(freeId('聊天', ['scenario'])).toBe('scenario-2');
	});

	test('have versions; saving in one tab keeps what another one saved', async () => {
		const documents = new FakeDocuments();
		const one = await load(documents);
		const { id } = await one.add('Chat', '', [version]);
		const other = await load(documents);
		await one.saveVersion(id, 'b', 'second', 2);
		await other.saveVersion(id, 'c', 'third', 3);
		await other.rename(id, 'Talk');
		const again = await load(documents);
		expect(again.find(id)?.title).toBe('Talk');
		expect(again.find(id)?.versions.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
		expect(again.text(id)).toBe('c');
	});

	test('removed come back with their versions and edits', async () => {
		const documents = new FakeDocuments();
		const store = storeOf();
		const own = await load(documents, store);
		for (const title of ['a', 'b', 'c']) await own.add(title, '', [version]);
		store.set('edits:mine/b', '{"a.js":"two"}');
		await own.remove('b');
		expect([ids(own), own.removedTitle]).toEqual([['a', 'c'], 'b']);
		expect(ids(await load(documents, store))).toEqual(['a', 'c']);
		expect(store.map.has('edits:mine/b')).toBe(false);
		await own.undoRemove();
		expect(own.removedTitle).toBeNull();
		expect(ids(await load(documents, store))).toEqual(['a', 'b', 'c']);
		expect(store.get('edits:mine/b')).toBe('{"a.js":"two"}');
	});

	test('without room can be opened until the page is left, and say so', async () => {
		const documents = new FakeDocuments();
		documents.isFull = true;
		const own = await load(documents);
		expect(await own.add('big', '', [version])).toEqual({ id: 'big', isKept: false });
		expect(own.text('big')).toBe(text);
		expect(await own.saveVersion('big', 'b', '', 2)).toBe(false);
		expect(own.text('big')).toBe('b');
		expect(ids(await load(documents))).toEqual([]);
	});

	test('of a newer page stay where they are, and their ids are taken', async () => {
		const documents = new FakeDocuments();
		const newer = '{"roundtrip":"kept scenario","format":3}';
		documents.map.set('chat', newer);
		const own = await load(documents);
		expect([own.list, own.unreadCount]).toEqual([[], 1]);
		expect((await own.add('Chat', '', [version])).id).toBe('chat-2');
		expect(documents.map.get('chat')).toBe(newer);
	});
});

describe('what an earlier page kept in local storage', () => {
	const format1 = () => {
		const store = storeOf();
		store.set('own', '[{"id":"chat","title":"Chat","description":"old"},{"id":1},"x"]');
		store.set('own:chat', text);
		store.set('edits:mine/chat', '{"a.js":"two"}');
		return store;
	};

	test('moves over once, with its edits left in place', async () => {
		const documents = new FakeDocuments();
		const store = format1();
		const own = await load(documents, store);
		expect(own.list).toEqual([
			{ id: 'chat', title: 'Chat', description: 'old', versions: [{ savedAt: 0, name: '', text }] }
		]);
		expect([...store.map.keys()]).toEqual(['edits:mine/chat']);
		expect((await load(documents, store)).list).toEqual(own.list);
	});

	test('stays there when it cannot be moved, and can be opened all the same', async () => {
		const documents = new FakeDocuments();
		documents.isFull = true;
		const store = format1();
		expect((await load(documents, store)).text('chat')).toBe(text);
		expect(store.get('own:chat')).toBe(text);
		documents.isFull = false;
		expect(ids(await load(documents, store))).toEqual(['chat']);
		expect(store.map.has('own:chat')).toBe(false);
	});

	test('takes another id when its own one is another scenario’s by now', async () => {
		const documents = new FakeDocuments();
		await (await load(documents)).add('Chat', '', [{ ...version, text: 'another' }]);
		expect(ids(await load(documents, format1()))).toEqual(['chat', 'chat-2']);
	});
});

describe('a kept scenario', () => {
	const kept: KeptScenario = { id: 'x', title: 'X', description: '', versions: [version] };

	test('is read as it was written', () => {
		expect(readKept(keptText(kept))).toEqual(kept);
		expect(isKeptFile(keptText(kept))).toBe(true);
		expect(isKeptFile('{"version":1,"files":{}}')).toBe(false);
	});

	test.each([
		['{'],
		['null'],
		['{"roundtrip":"kept scenario","format":2,"id":"x","title":"X","versions":[]}'],
		['{"roundtrip":"kept scenario","format":2,"id":"x","title":"X","versions":[{"text":1}]}'],
		[keptText(kept).replace('"format":2', '"format":3')]
	])('is not made of %s', (damaged) => {
		expect(readKept(damaged)).toBeNull();
	});

	test('keeps 200 versions, and gives the newest one a name instead of doubling it', () => {
		let long = kept;
		for (let at = 2; at < 300; at++)
			long = withVersion(long, { savedAt: at, name: '', text: String(at) });
		expect([long.versions.length, long.versions[0]?.savedAt]).toEqual([200, 100]);
		const named = withVersion(long, { savedAt: 300, name: 'done', text: '299' });
		expect(named.versions.slice(-2).map(({ savedAt }) => savedAt)).toEqual([298, 300]);
	});
});
