// What there is to open: built-in scenarios and lessons, from the files under lessons/. Knows none of them by name.
import { scenarioFromFolder, type Scenario } from '#scenario';
import { folderReader, readLesson, type Folders, type ReadLesson } from './lesson-folder.ts';
import type { Lesson, LessonLanguage } from './lesson-schema.ts';
import { parseTranslation, readLessonFront } from './parse-lesson.ts';
import { LessonError, ProblemList } from './problems.ts';
import { readScenarioWords, type ScenarioWords } from './scenario-words.ts';
import { readTrack, type Track } from './track.ts';

/** Title and summary in other languages. */
export type ListingWords = Readonly<
	Partial<Record<LessonLanguage, { readonly title: string; readonly summary: string }>>
>;

/** An entry of the list of scenarios. */
export interface ScenarioListing {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** Title of the group it stands in; '' when no group names it. */
	readonly group: string;
	readonly translations: Readonly<
		Partial<Record<LessonLanguage, Pick<ScenarioListing, 'title' | 'description' | 'group'>>>
	>;
}

/** An entry of the list of lessons. */
export interface LessonListing {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Id of its track. */
	readonly track: string;
	readonly minutes: number;
	readonly concepts: readonly string[];
	/** Ids of lessons that come before it. */
	readonly needs: readonly string[];
	readonly translations: ListingWords;
	/** Path of its folder. */
	readonly path: string;
}

export class Catalogue {
	readonly #files: Readonly<Record<string, string>>;
	readonly #folders: Folders;
	/** Group by group as scenarios/groups.json has them, then the others in the order of their folders. */
	readonly scenarios: readonly ScenarioListing[];
	/** In the order of their folders. */
	readonly lessons: readonly LessonListing[];
	/** In the order of their folders; those without a lesson are left out. */
	readonly tracks: readonly Track[];

	/** @param files path below lessons/ to text */
	constructor(files: Readonly<Record<string, string>>) {
		this.#files = files;
		this.#folders = groupByFolder(files);
		const paths = [...this.#folders.keys()].toSorted();
		const groups = readGroups(files['scenarios/groups.json'] ?? '[]');
		const grouped = [...groups.keys()].map((id) => `scenarios/${id}`);
		const words = readScenarioWords(files['scenarios/words.zh.json']);
		this.scenarios = [...new Set([...grouped, ...paths])].flatMap((path) =>
			this.#listScenario(path, groups, words)
		);
		this.lessons = paths.flatMap((path) => this.#listLesson(path));
		const used = [...new Set(this.lessons.map(({ track }) => track))];
		this.tracks = used.map((id) => readTrack(id, files[`${id}/track.json`]));
	}

	/** The text of a track's track.json; undefined when there is none. */
	trackSource(id: string): string | undefined {
		return this.#files[`${id}/track.json`];
	}

	/** The folders as they were grouped. */
	get folders(): Folders {
		return this.#folders;
	}

	/** A built-in scenario; undefined when there is none of that id. Throws LessonError when it cannot be read. */
	scenario(id: string): Scenario | undefined {
		const path = `scenarios/${id}`;
		const folder = this.#folders.get(path);
		if (folder === undefined) return undefined;
		const parsed = scenarioFromFolder(folder, folderReader(path, this.#folders));
		if (parsed.ok) return { ...parsed.value, id };
		const problems = parsed.problems.map(({ path, expected, found }) => ({
			file: 'scenario.json',
			line: 0,
			message: `${path}: expected ${expected}, found ${found}`
		}));
		throw new LessonError(`The scenario ${id}`, problems);
	}

	/** A lesson; undefined when there is none of that id. Throws LessonError when it cannot be read. */
	lesson(id: string): Lesson | undefined {
		return this.#read(id)?.lesson;
	}

	/** A lesson's teacher.md as HTML; undefined when there is none of that id. Throws LessonError when it cannot be read. */
	teacher(id: string): string | undefined {
		return this.#read(id)?.teacher;
	}

	#read(id: string): Extract<ReadLesson, { readonly lesson: Lesson }> | undefined {
		const listing = this.lessons.find((lesson) => lesson.id === id);
		if (listing === undefined) return undefined;
		const read = readLesson(listing.path, this.#folders);
		if (read.lesson === undefined) throw new LessonError(`The lesson ${id}`, read.problems);
		return read;
	}

	#listScenario(
		path: string,
		groups: ReadonlyMap<string, string>,
		words: ScenarioWords
	): ScenarioListing[] {
		const id = /^scenarios\/([^/]+)$/.exec(path)?.[1];
		const json = this.#folders.get(path)?.['scenario.json'];
		if (id === undefined || json === undefined) return [];
		const { title, description } = readListing(json);
		const group = groups.get(id) ?? '';
		const zh = words.scenarios[id];
		const translations =
			zh === undefined ? {} : { zh: { ...zh, group: words.groups[group] ?? group } };
		return [{ id, title: title ?? id, description: description ?? '', group, translations }];
	}

	#listLesson(path: string): LessonListing[] {
		const source = this.#folders.get(path)?.['lesson.md'];
		if (source === undefined) return [];
		const { values } = readLessonFront('lesson.md', source, new ProblemList());
		if (values === undefined) return [];
		const { id, title, summary, minutes, concepts, needs } = values;
		const track = path.split('/')[0] ?? '';
		const translations = readWords(this.#folders.get(path)?.['lesson.zh.md']);
		return [{ id, title, summary, track, minutes, concepts, needs, path, translations }];
	}
}

/** The words of a translation's front matter, as far as they can be read. */
function readWords(source: string | undefined): ListingWords {
	if (source === undefined) return {};
	const words = parseTranslation('lesson.zh.md', source, new ProblemList());
	return words === undefined ? {} : { zh: { title: words.title, summary: words.summary } };
}

/** Title and description, as far as they can be read: a bad scenario says so when it is opened. */
function readListing(json: string): { readonly title?: string; readonly description?: string } {
	try {
		const data = JSON.parse(json) as Record<string, unknown> | null;
		const text = (key: string) => (typeof data?.[key] === 'string' ? { [key]: data[key] } : {});
		return { ...text('title'), ...text('description') };
	} catch {
		return {};
	}
}

/** Scenario id to the title of its group, in the order of the list. */
function readGroups(json: string): ReadonlyMap<string, string> {
	const groups = JSON.parse(json) as readonly { title: string; scenarios: readonly string[] }[];
	return new Map(groups.flatMap(({ title, scenarios }) => scenarios.map((id) => [id, title])));
}

/** A folder is what holds a scenario.json; everything below it belongs to it. */
function groupByFolder(files: Readonly<Record<string, string>>): Folders {
	const suffix = '/scenario.json';
	const folders = new Map<string, Record<string, string>>();
	for (const path of Object.keys(files)) {
		if (path.endsWith(suffix)) folders.set(path.slice(0, -suffix.length), {});
	}
	for (const [path, text] of Object.entries(files)) {
		for (const [folder, inside] of folders) {
			if (path.startsWith(`${folder}/`)) inside[path.slice(folder.length + 1)] = text;
		}
	}
	return folders;
}
