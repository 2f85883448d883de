// Courses that did not come with the page: loaded from a file or an address, kept in this browser. A lesson of one is called
// `<course>/<lesson>` on the page, so that it can neither hide a built-in lesson nor share its progress and edits.
import {
	isCourseText,
	readCourse,
	type Catalogue,
	type Lesson,
	type LessonListing,
	type Track
} from '#lesson';
import type { DocumentStore } from '../state/document-store.ts';
import { freeId } from '../state/kept-scenario.ts';
import { inCourse, placeIn } from './course-links.ts';

/** A course on the shelf. */
export interface Course {
	/** Made from its title: a course of the same title takes its place. */
	readonly id: string;
	readonly title: string;
	readonly catalogue: Catalogue;
	/** The file's text. */
	readonly text: string;
}

export class CourseShelf {
	readonly #documents: DocumentStore;
	#courses: readonly Course[] = $state.raw([]);
	#removed: Course | null = $state.raw(null);

	private constructor(documents: DocumentStore) {
		this.#documents = documents;
	}

	/** Reads what the browser keeps; a text that is no sound course stays where it is and is not shown. */
	static async load(documents: DocumentStore): Promise<CourseShelf> {
		const shelf = new CourseShelf(documents);
		const all = (await documents.all()) ?? [];
		shelf.#courses = byTitle(
			all.flatMap(([, kept]) => {
				const { title, text } = readKept(kept);
				const read = isCourseText(text) ? readCourse(text) : [];
				return 'catalogue' in read ? [courseOf(title, read.catalogue, text)] : [];
			})
		);
		return shelf;
	}

	/** By title. */
	get courses(): readonly Course[] {
		return this.#courses;
	}

	/** The title of what was removed last, while that can be undone; null otherwise. */
	get removedTitle(): string | null {
		return this.#removed?.title ?? null;
	}

	/** All lessons, under the names they have on the page. */
	readonly lessons: readonly LessonListing[] = $derived(
		this.#courses.flatMap(({ id, catalogue }) => {
			const own = catalogue.lessons.map((lesson) => lesson.id);
			return catalogue.lessons.map((lesson) => ({
				...lesson,
				id: placeIn(id, lesson.id),
				track: placeIn(id, lesson.track),
				needs: lesson.needs.map((need) => (own.includes(need) ? placeIn(id, need) : need))
			}));
		})
	);

	readonly tracks: readonly Track[] = $derived(
		this.#courses.flatMap(({ id, catalogue }) =>
			catalogue.tracks.map((track) => ({ ...track, id: placeIn(id, track.id) }))
		)
	);

	/** The lesson of that name on the page; undefined when there is none. */
	lesson(place: string): Lesson | undefined {
		const { catalogue, course, id } = this.#find(place);
		const lesson = catalogue?.lesson(id);
		return catalogue === undefined || lesson === undefined
			? undefined
			: inCourse(lesson, course, catalogue);
	}

	/** The notes for the teacher as HTML, by the lesson's name on the page; undefined when there are none. */
	teacher(place: string): string | undefined {
		const { catalogue, id } = this.#find(place);
		return catalogue?.teacher(id);
	}

	/** The course of a name on the page, and what the lesson is called there. */
	#find(place: string): { catalogue: Catalogue | undefined; course: string; id: string } {
		const [course = '', id = ''] = place.split('/');
		return { catalogue: this.#courses.find((one) => one.id === course)?.catalogue, course, id };
	}

	/** The course a new one of this title would replace. */
	sameAs(title: string): Course | undefined {
		return this.#courses.find(({ id }) => id === courseId(title));
	}

	/** Keeps a course. @returns whether the browser had room for it */
	async add(title: string, catalogue: Catalogue, text: string): Promise<boolean> {
		const course = courseOf(title, catalogue, text);
		this.#courses = byTitle([...this.#courses.filter(({ id }) => id !== course.id), course]);
		return this.#documents.keep(course.id, keptText(course));
	}

	/** Takes a course off; progress and edits of its lessons stay for when it comes back. */
	async remove(id: string): Promise<void> {
		const course = this.#courses.find((one) => one.id === id);
		if (course === undefined) return;
		this.#removed = course;
		this.#courses = this.#courses.filter((one) => one !== course);
		await this.#documents.remove(id);
	}

	/** Takes the last removal back. */
	async undoRemove(): Promise<void> {
		const course = this.#removed;
		this.#removed = null;
		if (course !== null) await this.add(course.title, course.catalogue, course.text);
	}
}

const courseId = (title: string): string => freeId(title, []);

const courseOf = (title: string, catalogue: Catalogue, text: string): Course => ({
	id: courseId(title),
	title,
	catalogue,
	text
});

const byTitle = (courses: readonly Course[]): readonly Course[] =>
	courses.toSorted((a, b) => (a.title < b.title ? -1 : 1));

/** The title, which the person may have changed, then the file as it came. */
const keptText = ({ title, text }: Course): string => `${title.replaceAll('\n', ' ')}\n${text}`;

function readKept(kept: string): { readonly title: string; readonly text: string } {
	const end = kept.indexOf('\n');
	return { title: kept.slice(0, end), text: kept.slice(end + 1) };
}
