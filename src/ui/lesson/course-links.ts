// What lessons of a loaded course are called on the page, and their links to each other.
import type { Block, Catalogue, Lesson } from '#lesson';

/** The name on the page of a lesson or track of a course. */
export const placeIn = (course: string, id: string): string => `${course}/${id}`;

/** The lesson with its links to lessons of the same course leading there. */
export function inCourse(lesson: Lesson, course: string, { lessons }: Catalogue): Lesson {
	const own = new Set(lessons.map(({ id }) => id));
	const relink = (block: Block): Block =>
		block.type !== 'prose'
			? block
			: {
					...block,
					html: block.html.replace(/href="#\/lesson\/([a-z0-9-]+)/g, (link, id: string) =>
						own.has(id) ? `href="#/lesson/${placeIn(course, id)}` : link
					)
				};
	const relinked = <Step extends { readonly blocks: readonly Block[] }>(steps: readonly Step[]) =>
		steps.map((step) => ({ ...step, blocks: step.blocks.map(relink) }));
	const { zh } = lesson.translations;
	return {
		...lesson,
		steps: relinked(lesson.steps),
		translations: zh === undefined ? {} : { zh: { ...zh, steps: relinked(zh.steps) } }
	};
}
