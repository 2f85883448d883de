import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { trackLists } from '../../../src/ui/lesson/lesson-list.ts';

const list = (search = '', language: 'en' | 'zh' = 'en') =>
	trackLists(builtIn.tracks, builtIn.lessons, language, search);

test('every lesson stands in its track, in order', () => {
	const ids = list().flatMap(({ lessons }) => lessons.map(({ id }) => id));
	expect(ids).toEqual(builtIn.lessons.map(({ id }) => id));
});

test('a search finds lessons that have all its words somewhere', () => {
	const found = list('PREFETCH queue').flatMap(({ lessons }) => lessons.map(({ id }) => id));
	expect(found).toContain('queue-prefetch');
	expect(found).not.toContain('watch-a-call');
	expect(list('no such words')).toEqual([]);
});

test('titles are Chinese where there is a translation, English elsewhere', () => {
	const lessons = builtIn.lessons.map((lesson) =>
		lesson.id === 'retry-storms' ? { ...lesson, translations: {} } : lesson
	);
	const lines = trackLists(builtIn.tracks, lessons, 'zh', '').flatMap((track) => track.lessons);
	expect(lines.find(({ id }) => id === 'watch-a-call')?.title).toBe('一次调用的往返');
	expect(lines.find(({ id }) => id === 'retry-storms')?.title).toBe('The storm after the calm');
});
