// A lesson with its notes for the teacher, as the teacher's window shows it.
import { teacherLoaders } from 'virtual:built-in/teachers';
import type { Lesson } from '#lesson';
import type { Library } from '../state/index.ts';
import type { Language } from '../text/language.svelte.ts';

export interface TaughtLesson {
	readonly lesson: Lesson;
	/** teacher.md as HTML. */
	readonly notes: string;
}

/** A lesson by its name on the page, with its words in this language if they can be had; null when there is none. */
export async function loadTaught(
	place: string,
	language: Language,
	library: Library
): Promise<TaughtLesson | null> {
	const lesson = await library.lesson(place, language);
	const notes = teacherLoaders.has(place)
		? await teacherLoaders.get(place)?.()
		: library.shelf?.teacher(place);
	return lesson === undefined || notes === undefined ? null : { lesson, notes };
}
