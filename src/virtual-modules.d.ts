// Modules made by the build, not by a file.

// vite.guest-image.ts
declare module 'virtual:guest-image' {
	import type { GuestImage } from '#sandbox';

	/** Source of the guest libraries, in pieces. */
	export const guestImage: GuestImage;
	/** First 16 hex digits of its SHA-256: part of the engine's version. */
	export const guestImageHash: string;
}

// vite.about.ts
declare module 'virtual:about' {
	export const about: {
		/** Of package.json. */
		readonly version: string;
		/** In short; '' when it is not known. */
		readonly commit: string;
		/** The text of the project's own licence. */
		readonly licence: string;
		/** What differs from the real things, made of ARCHITECTURE.md. */
		readonly fidelityHtml: string;
	};
}

// vite.built-in.ts
declare module 'virtual:built-in/teachers' {
	/** A lesson's teacher.md as HTML, by the lesson's id. */
	export const teacherLoaders: ReadonlyMap<string, () => Promise<string>>;
}

// vite.built-in.ts
declare module 'virtual:built-in/translations' {
	import type { Lesson } from '#lesson';

	/** A lesson's words in other languages, by the lesson's id. */
	export const translationLoaders: ReadonlyMap<string, () => Promise<Lesson['translations']>>;
}

// vite.built-in.ts
declare module 'virtual:built-in' {
	import type { Lesson, LessonListing, ScenarioListing, Track } from '#lesson';
	import type { Scenario } from '#scenario';

	/** What there is to open, by title. */
	export function loadListings(): Promise<{
		readonly lessons: readonly LessonListing[];
		readonly scenarios: readonly ScenarioListing[];
		readonly tracks: readonly Track[];
	}>;
	/** By id, in English alone. */
	export const lessonLoaders: ReadonlyMap<string, () => Promise<Lesson>>;
	/** By id. */
	export const scenarioLoaders: ReadonlyMap<string, () => Promise<Scenario>>;
}
