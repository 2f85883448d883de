import { describe, expect, test } from 'vitest';
import { LessonProgress } from '../../../src/ui/lesson/lesson-progress.svelte.ts';

function storeOf(kept = new Map<string, string>()) {
	return {
		kept,
		get: (key: string) => kept.get(key) ?? null,
		set: (key: string, value: string) => void kept.set(key, value),
		remove: (key: string) => void kept.delete(key)
	};
}

describe('progress in lessons', () => {
	test('remembers the furthest step and the tasks passed', () => {
		const store = storeOf();
		const progress = new LessonProgress(store);
		progress.reach('a', 3, 6, 2);
		progress.reach('a', 1, 6, 2);
		progress.pass('a', 4);
		progress.pass('a', 4);
		const again = new LessonProgress(store);
		expect(again.of('a')).toEqual({ reached: 4, steps: 6, passed: [4], tasks: 2 });
		expect(again.isDone('a')).toBe(false);
		again.pass('a', 5);
		expect(again.isDone('a')).toBe(true);
	});

	test('suggests the first lesson that is open and whose needs are done', () => {
		const progress = new LessonProgress(storeOf());
		const lessons = [
			{ id: 'a', needs: [] },
			{ id: 'b', needs: ['c'] },
			{ id: 'c', needs: ['a'] }
		];
		expect(progress.next(lessons)?.id).toBe('a');
		progress.reach('a', 0, 1, 1);
		progress.pass('a', 0);
		expect(progress.next(lessons)?.id).toBe('c');
		for (const id of ['b', 'c']) {
			progress.reach(id, 0, 1, 1);
			progress.pass(id, 0);
		}
		expect(progress.next(lessons)).toBeUndefined();
	});

	test('suggests what was begun last in the list, then what follows the furthest that is done', () => {
		const progress = new LessonProgress(storeOf());
		const lessons = ['a', 'b', 'c', 'd'].map((id) => ({ id, needs: [] }));
		progress.reach('c', 0, 2, 1);
		expect(progress.next(lessons)?.id).toBe('c');
		progress.pass('c', 1);
		expect(progress.next(lessons)?.id).toBe('d');
		progress.reach('d', 0, 1, 1);
		progress.pass('d', 0);
		expect(progress.next(lessons)?.id).toBe('a');
	});

	test('begins anew with what cannot be read, and leaves alone what a newer page wrote', () => {
		const broken = storeOf(new Map([['progress', '{']]));
		expect(new LessonProgress(broken).hasBegun).toBe(false);
		const newer = storeOf(new Map([['progress', '{"version":2,"lessons":{}}']]));
		const progress = new LessonProgress(newer);
		progress.reach('a', 0, 1, 1);
		expect(newer.kept.get('progress')).toBe('{"version":2,"lessons":{}}');
		expect(progress.of('a')?.reached).toBe(1);
	});

	test('leaves out a record that is none', () => {
		const store = storeOf(
			new Map([['progress', '{"version":1,"lessons":{"a":{"reached":"x"},"b":null}}']])
		);
		expect(new LessonProgress(store).hasBegun).toBe(false);
	});
});
