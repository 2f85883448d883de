// The built-in lessons and scenarios, each loaded when the page first lists or opens it.
import { lessonLoaders, loadListings, scenarioLoaders } from 'virtual:built-in';
import type { Lesson, LessonListing, ScenarioListing, Track } from '#lesson';
import type { Scenario } from '#scenario';

/** What there is to open. */
export interface Content {
	/** The titles of everything. */
	listings(): Promise<{
		readonly lessons: readonly LessonListing[];
		readonly scenarios: readonly ScenarioListing[];
		readonly tracks: readonly Track[];
	}>;
	hasLesson(id: string): boolean;
	/** The lesson of this id; undefined when there is none. */
	lesson(id: string): Promise<Lesson | undefined>;
	/** The scenario of this id; undefined when there is none. */
	scenario(id: string): Promise<Scenario | undefined>;
}

export const builtInContent: Content = {
	listings: loadListings,
	hasLesson: (id) => lessonLoaders.has(id),
	lesson: async (id) => lessonLoaders.get(id)?.(),
	scenario: async (id) => scenarioLoaders.get(id)?.()
};
