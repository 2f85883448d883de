// What there is to open: lessons, scenarios and what the person imported, and opening what the address names.
import type { Lesson, LessonListing, ScenarioListing, Track } from '#lesson';
import type { Scenario } from '#scenario';
import type { Content } from '../lesson/built-in-content.ts';
import type { CourseShelf } from '../lesson/course-shelf.svelte.ts';
import type { OwnScenarios } from './own-scenarios.svelte.ts';
import { language, type Language } from '../text/language.svelte.ts';
import { shellWords } from '../text/shell.ts';
import type { KeyValueStore } from './preferences.svelte.ts';
import { hasRun, type Route } from './route.ts';
import type { Workspace } from './workspace.svelte.ts';

export class Library {
	readonly #content: Content;
	readonly #store: KeyValueStore;
	#own: Promise<OwnScenarios> | undefined;
	#listed: Promise<void> | undefined;
	#loading: Promise<CourseShelf> | undefined;
	#shelf: CourseShelf | null = $state.raw(null);
	#lessons: readonly LessonListing[] = $state.raw([]);
	#tracks: readonly Track[] = $state.raw([]);
	#scenarios: readonly ScenarioListing[] = $state.raw([]);
	#problem: (() => string) | null = $state.raw(null);
	/** Counts openings: one that was overtaken changes nothing. */
	#openings = 0;

	/**
	 * @param content the built-in content
	 * @param store where the person's own scenarios are kept
	 */
	constructor(content: Content, store: KeyValueStore) {
		this.#store = store;
		this.#content = content;
	}

	/** The built-in lessons, then those of loaded courses; empty until loaded. */
	readonly lessons: readonly LessonListing[] = $derived([
		...this.#lessons,
		...(this.#shelf?.lessons ?? [])
	]);

	/** The tracks of the lessons, in order; empty until loaded. */
	readonly tracks: readonly Track[] = $derived([...this.#tracks, ...(this.#shelf?.tracks ?? [])]);

	/** Loaded courses; null while there are none, or they are being read. */
	get shelf(): CourseShelf | null {
		return this.#shelf;
	}

	/** The built-in scenarios, in the language of the page; empty until loaded. */
	readonly scenarios: readonly ScenarioListing[] = $derived.by(() => {
		const { current } = language;
		if (current === 'en') return this.#scenarios;
		return this.#scenarios.map((listing) => ({ ...listing, ...listing.translations[current] }));
	});

	/** What a scenario, or that of a lesson, is called in the language of the page, once listed. One the person gave another title keeps that. */
	titleOf(scenario: Scenario): string {
		const lesson = this.lessons.find(
			({ id, title }) => id === scenario.id && title === scenario.title
		);
		const words = language.current === 'en' ? undefined : lesson?.translations[language.current];
		return (words ?? this.#listingOf(scenario))?.title ?? scenario.title ?? '';
	}

	/** What a scenario says of itself, as `titleOf`. */
	descriptionOf(scenario: Scenario): string {
		return this.#listingOf(scenario)?.description ?? scenario.description ?? '';
	}

	#listingOf({ id, title }: Scenario): ScenarioListing | undefined {
		const place = this.#scenarios.findIndex(
			(listing) => listing.id === id && listing.title === title
		);
		return this.scenarios[place];
	}

	/** The built-in scenarios by group, in the order of the list; scenarios of no group come last, under a name of ours. */
	get scenarioGroups(): readonly (readonly [string, readonly ScenarioListing[]])[] {
		const groups: [string, ScenarioListing[]][] = [];
		for (const scenario of this.scenarios) {
			const title = scenario.group === '' ? shellWords.now.groupOfTheRest : scenario.group;
			const last = groups.at(-1);
			if (last?.[0] === title) last[1].push(scenario);
			else groups.push([title, [scenario]]);
		}
		return groups;
	}

	/** Why the address could not be opened, in words; null when it could. */
	get problem(): string | null {
		return this.#problem?.() ?? null;
	}

	/** What the person imported, loaded when first asked for. */
	loadOwn(): Promise<OwnScenarios> {
		this.#own ??= import('./own-library.ts').then(({ loadOwnScenarios }) =>
			loadOwnScenarios(this.#store)
		);
		return this.#own;
	}

	/** Where loaded courses are kept, loaded when first asked for. */
	async loadCourses(): Promise<CourseShelf> {
		this.#loading ??= import('../lesson/course-library.ts').then(({ loadCourseShelf }) =>
			loadCourseShelf()
		);
		this.#shelf = await this.#loading;
		return this.#shelf;
	}

	/** A lesson by its name on the page, with its words in this language if they can be had; undefined when there is none. */
	async lesson(place: string, language: Language): Promise<Lesson | undefined> {
		if (!isInCourse(place)) return this.#content.lesson(place, language);
		return (await this.loadCourses()).lesson(place);
	}

	/**
	 * Opens what a route names. A lesson opens its scenario itself.
	 * @param keepsEdits with false, as in a frame, the scenario is shown as it is
	 */
	async open(route: Route, workspace: Workspace, keepsEdits = true): Promise<void> {
		this.#openings += 1;
		const opening = this.#openings;
		this.#problem = null;
		if (!hasRun(route)) workspace.close();
		const show = await this.#read(route, keepsEdits);
		if (opening !== this.#openings) return;
		show(workspace);
		if (route.page === 'home') await this.list();
	}

	/** Loads the titles of everything there is, once; again when that failed. */
	list(): Promise<void> {
		this.#listed ??= this.#list().catch((error: unknown) => {
			this.#listed = undefined;
			throw error;
		});
		return this.#listed;
	}

	async #list(): Promise<void> {
		const { lessons, scenarios, tracks } = await this.#content.listings();
		this.#tracks = tracks;
		this.#lessons = lessons;
		this.#scenarios = scenarios;
		// Reading courses takes the reader of lessons, which nobody needs who has none.
		const { browserCourses } = await import('./document-store.ts');
		if (((await browserCourses.all()) ?? []).length > 0) await this.loadCourses();
	}

	/** Gets what a route names. @returns what is to be done with it */
	async #read(route: Route, keepsEdits: boolean): Promise<(workspace: Workspace) => void> {
		const fail = (problem: () => string) => () => {
			this.#problem = problem;
		};
		if (route.page === 'play') {
			const scenario = await this.#content.scenario(route.id);
			if (scenario === undefined) return fail(() => shellWords.now.noScenario(route.id));
			return (workspace) => {
				workspace.open(scenario, keepsEdits ? `play/${route.id}` : '');
			};
		}
		if (route.page === 'lesson') {
			const isThere = isInCourse(route.id)
				? (await this.loadCourses()).lesson(route.id) !== undefined
				: this.#content.hasLesson(route.id);
			return isThere ? () => undefined : fail(() => shellWords.now.noLesson(route.id));
		}
		if (route.page === 'mine') {
			const own = await this.loadOwn();
			const kept = own.find(route.id);
			const text = own.text(route.id);
			if (kept === undefined || text === undefined)
				return fail(() => shellWords.now.noneOfOwn(route.id));
			const parsed = await readShareText(text, () => shellWords.now.ownUnreadable(route.id));
			if (typeof parsed === 'function') return fail(parsed);
			return (workspace) => {
				workspace.open({ ...parsed, id: route.id, title: kept.title }, `mine/${route.id}`);
			};
		}
		if (route.page !== 'shared') return () => undefined;
		const parsed = await readShareText(route.text, () => shellWords.now.linkUnreadable);
		if (typeof parsed === 'function') return fail(parsed);
		return (workspace) => {
			workspace.open(parsed, '');
		};
	}
}

/** Is this the name of a lesson of a loaded course? */
const isInCourse = (place: string): boolean => place.includes('/');

/** The scenario of a share text, or `complaint` and what is wrong with it. */
async function readShareText(
	text: string,
	complaint: () => string
): Promise<Scenario | (() => string)> {
	const { fromShareText, problemLines } = await import('../shared/share-text.ts');
	const parsed = fromShareText(text);
	if (parsed.ok) return parsed.value;
	return () => `${complaint()}\n${problemLines(parsed.problems).join('\n')}`;
}
