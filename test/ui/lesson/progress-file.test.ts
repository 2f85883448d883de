// Progress taken along as a file: read back whole, merged without loss, refused when it is no such file.
import { describe, expect, test } from 'vitest';
import { LessonProgress } from '../../../src/ui/lesson/lesson-progress.svelte.ts';
import { mergeProgress, progressText, readProgress } from '../../../src/ui/lesson/progress-file.ts';
import { noEdits } from '../../../src/ui/state/scenario-edits.ts';
import { storedText } from '../../../src/ui/state/stored-edits.ts';
import { storeOf } from '../state/key-value-store.ts';

const edits = (text: string): string => storedText({ ...noEdits, files: { 'a.js': text } });

function browser(lesson: string, step: number, passed: readonly number[], text?: string) {
	const store = storeOf();
	const progress = new LessonProgress(store);
	progress.reach(lesson, step, 6, 2);
	for (const task of passed) progress.pass(lesson, task);
	if (text !== undefined) store.set(`edits:lesson/${lesson}`, edits(text));
	return { store, progress };
}

function carry(from: ReturnType<typeof browser>, to: ReturnType<typeof browser>) {
	const file = readProgress(progressText(from.progress, from.store));
	if (file === null) throw new Error('not read');
	return mergeProgress(file, to.progress, to.store);
}

describe('progress as a file', () => {
	test('arrives whole in an empty browser', () => {
		const to = { store: storeOf(), progress: new LessonProgress(storeOf()) };
		const { lessons, conflicts } = carry(browser('week-3/a', 4, [4], 'mine'), to);
		expect({ lessons, conflicts }).toEqual({ lessons: 1, conflicts: [] });
		expect(to.progress.of('week-3/a')).toEqual({ reached: 5, steps: 6, passed: [4], tasks: 2 });
		expect(to.store.get('edits:lesson/week-3/a')).toBe(edits('mine'));
	});

	test('adds to what is there: the further step, all tasks, and both sides of other edits', () => {
		const to = browser('a', 1, [5], 'here');
		const { conflicts } = carry(browser('a', 4, [4], 'there'), to);
		expect(to.progress.of('a')).toEqual({ reached: 5, steps: 6, passed: [5, 4], tasks: 2 });
		expect(to.store.get('edits:lesson/a')).toBe(edits('here'));
		expect(conflicts).toEqual([{ place: 'a', edits: edits('there') }]);
		expect(new LessonProgress(to.store).isDone('a')).toBe(true);
	});

	test.each([
		['{'],
		['[]'],
		['{"roundtrip":"progress","version":2,"lessons":{},"edits":{}}'],
		['{"roundtrip":"course","version":1,"lessons":{},"edits":{}}'],
		['{"roundtrip":"progress","version":1,"lessons":{},"edits":{"a":"no edits"}}'],
		['{"roundtrip":"progress","version":1,"lessons":{},"edits":{"../theme":"{}"}}'],
		['{"roundtrip":"progress","version":1,"lessons":{}}']
	])('is refused when it is none: %s', (text) => {
		expect(readProgress(text)).toBeNull();
	});
});
