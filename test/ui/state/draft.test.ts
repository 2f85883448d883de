// What a person changes is kept as it is made, can be taken back, and is never written over unread.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/scenario/index.ts';
import { Draft } from '../../../src/ui/state/draft.svelte.ts';
import { UndoHistory } from '../../../src/ui/state/undo-history.svelte.ts';
import { storeOf } from './key-value-store.ts';

const scenario: Scenario = {
	version: 1,
	files: { 'a.js': 'one', 'b.js': 'two' },
	processes: [{ name: 'a', file: 'a.js' }]
};

function draftIn(store = storeOf()) {
	const history = new UndoHistory();
	const draft = new Draft(store, history);
	draft.open(scenario, 'play/x');
	return { draft, history, store };
}

describe('a draft', () => {
	test('adds, renames and removes files, and takes all of it back and forth', () => {
		const { draft, history } = draftIn();
		draft.addFile('c.js', 'three', 'added');
		draft.renameFile('c.js', 'd.js', 'renamed');
		draft.removeFile('b.js', 'removed');
		expect(draft.files).toEqual({ 'a.js': 'one', 'd.js': 'three' });
		expect([history.undo(), history.undo()]).toEqual(['removed', 'renamed']);
		expect(draft.files).toEqual({ 'a.js': 'one', 'b.js': 'two', 'c.js': 'three' });
		expect(history.redoLabel).toBe('renamed');
		history.redo();
		expect(draft.files).toEqual({ 'a.js': 'one', 'b.js': 'two', 'd.js': 'three' });
	});

	test('keeps what was typed into a file under its new name when the new name is taken back', () => {
		const { draft, history } = draftIn();
		draft.renameFile('a.js', 'z.js', 'renamed');
		draft.type('z.js', 'typed');
		history.undo();
		expect(draft.files).toEqual({ 'a.js': 'typed', 'b.js': 'two' });
		expect(draft.edited?.processes).toEqual(scenario.processes);
	});

	test('is untouched again after a way there and back: nothing is kept', () => {
		const { draft, history, store } = draftIn();
		draft.renameFile('a.js', 'z.js', 'renamed');
		expect(store.map.has('edits:play/x')).toBe(true);
		history.undo();
		expect(draft.editedFiles).toEqual([]);
		expect(store.map.has('edits:play/x')).toBe(false);
	});

	test('reads what an earlier page kept, and writes it in the new format', () => {
		const store = storeOf();
		store.set('edits:play/x', '{"a.js":"kept by the page of last month"}');
		const { draft } = draftIn(store);
		expect(draft.files['a.js']).toBe('kept by the page of last month');
		draft.setSettings({ seed: 7 }, 'seed');
		expect(JSON.parse(store.get('edits:play/x') ?? '')).toEqual({
			format: 2,
			files: { 'a.js': 'kept by the page of last month' },
			processes: null,
			settings: { seed: 7 }
		});
	});

	test('puts aside what it cannot read', () => {
		const store = storeOf();
		store.set('edits:play/x', '{"format":9}');
		const { draft } = draftIn(store);
		draft.type('a.js', 'new');
		expect(store.get('unread-edits:play/x')).toBe('{"format":9}');
	});

	test('says when the browser has no room', () => {
		const { draft } = draftIn(storeOf(100));
		draft.type('a.js', 'x'.repeat(200));
		expect(draft.isKept).toBe(false);
		draft.type('a.js', 'x');
		expect(draft.isKept).toBe(true);
	});
});
