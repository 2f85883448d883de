// The lessons as the home page lists them: by track, in the language of the page, those that fit a search.
import type { LessonListing, Track } from '#lesson';
import type { Language } from '../text/language.svelte.ts';

/** A track with its lessons. */
export interface TrackList {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly lessons: readonly LessonLine[];
}

export interface LessonLine {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly minutes: number;
	readonly concepts: readonly string[];
}

/** The words of a listing in a language; as they are where it is not translated. */
export function listedWords(
	listing: Pick<LessonListing | Track, 'title' | 'summary' | 'translations'>,
	language: Language
): { readonly title: string; readonly summary: string } {
	const words = language === 'en' ? undefined : listing.translations[language];
	return words ?? listing;
}

/** Does each word of a search stand somewhere in a text? Case does not matter. */
export function holdsWords(text: string, search: string): boolean {
	const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
	return wanted.every((word) => text.toLowerCase().includes(word));
}

/** Tracks in order; with a search, only lessons in which each of its words stands somewhere, and tracks that have one. */
export function trackLists(
	tracks: readonly Track[],
	lessons: readonly LessonListing[],
	language: Language,
	search = ''
): readonly TrackList[] {
	return tracks.flatMap((track) => {
		const words = listedWords(track, language);
		const lines = lessons
			.filter((lesson) => lesson.track === track.id)
			.map((lesson) => {
				const { title, summary } = listedWords(lesson, language);
				return {
					id: lesson.id,
					title,
					summary,
					minutes: lesson.minutes,
					concepts: lesson.concepts
				};
			})
			.filter((line) => {
				const text = [words.title, line.title, line.summary, ...line.concepts].join(' ');
				return holdsWords(text, search);
			});
		if (lines.length === 0) return [];
		return [{ id: track.id, title: words.title, summary: words.summary, lessons: lines }];
	});
}
