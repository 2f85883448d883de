// The built-in lessons and scenarios, each loaded when the page first lists or opens it.
import { lessonLoaders, loadListings, scenarioLoaders } from 'virtual:built-in';
import type { Lesson, LessonListing, ScenarioListing, Track } from '#lesson';
import type { Scenario } from '#scenario';
import type { Language } from '../text/language.svelte.ts';

/** What there is to open. */
export interface Content {
	/** The titles of everything. */
	listings(): Promise<{
		readonly lessons: readonly LessonListing[];
		readonly scenarios: readonly ScenarioListing[];
		readonly tracks: readonly Track[];
	}>;
	hasLesson(id: string): boolean;
	/** The lesson of this id, with its words in this language if they can be had; undefined when there is none. */
	lesson(id: string, language: Language): Promise<Lesson | undefined>;
	/** The scenario of this id; undefined when there is none. */
	scenario(id: string): Promise<Scenario | undefined>;
}

export const builtInContent: Content = {
	listings: loadListings,
	hasLesson: (id) => lessonLoaders.has(id),
	lesson: async (id, language) => {
		const [lesson, translations] = await Promise.all([
			lessonLoaders.get(id)?.(),
			language === 'en' ? undefined : translationsOf(id)
		]);
		return lesson && translations ? { ...lesson, translations } : lesson;
	},
	scenario: async (id) => scenarioLoaders.get(id)?.()
};

/** A lesson's words in other languages; undefined when they cannot be had: it is then read in English, as the page's texts are. */
async function translationsOf(id: string): Promise<Lesson['translations'] | undefined> {
	try {
		const { translationLoaders } = await import('virtual:built-in/translations');
		return await translationLoaders.get(id)?.();
	} catch {
		return undefined;
	}
}
