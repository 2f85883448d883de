// A person's way through one lesson: the step, the answers given, what the step points to. What they do about a task is
// their attempt.
// Outlives the pane, which a narrow screen takes away while another tab is open.
import {
	findEvent,
	inLanguage,
	resolveCode,
	type EventSelector,
	type Lesson,
	type Step
} from '#lesson';
import { traceIndex } from '#trace';
import type { ActorId } from '#kernel/events';
import type { LineRange, PageState } from '../state/index.ts';
import { language } from '../text/language.svelte.ts';
import { Attempt } from './attempt.svelte.ts';

export class LessonSession {
	readonly #page: PageState;
	#original: Lesson | null = $state.raw(null);
	/** The lesson's name on the page: what it is found again by. */
	#place = $state('');
	#index = $state(0);
	/** Chosen option by step. */
	#answers: Readonly<Record<number, number>> = $state.raw({});
	/** Where the cursor is to go as soon as the run has got there. */
	#wanted: EventSelector | null = $state.raw(null);
	/** What the person does about the task of this step. */
	readonly attempt: Attempt;
	readonly #lesson: Lesson | null = $derived(
		this.#original === null || language.current === 'en'
			? this.#original
			: inLanguage(this.#original, language.current)
	);

	constructor(page: PageState) {
		this.#page = page;
		this.attempt = new Attempt(page, this);
	}

	/** The lesson in the language of the page; null while it is loaded. */
	get lesson(): Lesson | null {
		return this.#lesson;
	}

	get index(): number {
		return this.#index;
	}

	readonly step: Step | null = $derived(this.#lesson?.steps[this.#index] ?? null);

	/** The option chosen in this step; null while none is. */
	readonly answer: number | null = $derived(this.#answers[this.#index] ?? null);

	readonly isFirst: boolean = $derived(this.#index === 0);
	readonly isLast: boolean = $derived(
		this.#lesson !== null && this.#index === this.#lesson.steps.length - 1
	);

	/** A prediction has to be answered before the next step. */
	readonly mayGoOn: boolean = $derived(this.step?.prediction === null || this.answer !== null);

	/** A prediction waits for the answer of who sees it; in presenter mode nobody does. */
	readonly #isAsking: boolean = $derived.by(() => {
		const { route, presenting } = this.#page.view;
		return route.page === 'lesson' && !presenting && this.step !== null && !this.mayGoOn;
	});

	/** The cursor position at which a prediction waits; null: none does, infinite: the run has not got there. */
	readonly askedAt: number | null = $derived.by(() => {
		const { trace, length, timeZeroCursor } = this.#page.playback;
		if (!this.#isAsking) return null;
		const place = this.#restsAt;
		if (place === null) return timeZeroCursor === 0 ? Infinity : timeZeroCursor;
		const seq = length === 0 ? undefined : findEvent(place, trace);
		return seq === undefined ? Infinity : seq + 1;
	});

	/** Where the steps up to this one have left the cursor; null: at the beginning. */
	get #restsAt(): EventSelector | null {
		const [step, ...before] = (this.#lesson?.steps ?? []).slice(0, this.#index + 1).reverse();
		const places = before.map(({ cursor, prediction }) => prediction?.reveal ?? cursor);
		return [step?.cursor, ...places].find((place) => place !== null) ?? null;
	}

	/** Indices of the steps whose tasks are passed. */
	get passed(): readonly number[] {
		return this.#page.progress.of(this.#place)?.passed ?? [];
	}

	/** All tasks of the lesson are passed. */
	get isDone(): boolean {
		return this.#page.progress.isDone(this.#place);
	}

	/** Somebody wants to see the question of this step; its card takes the focus and says it has. */
	isQuestionWanted = $state(false);

	/** Actors the step points to, as they are called at the cursor (`queue:amq.gen-*` stands for every name so begun). */
	readonly actors: readonly ActorId[] = $derived.by(() => {
		const world = this.#page.playback.world;
		return (this.step?.actors ?? []).flatMap((pattern) => {
			if (!pattern.endsWith('*')) return [pattern];
			const start = pattern.slice(0, -1);
			return [...world.actors.keys()].filter((actor) => actor.startsWith(start));
		});
	});

	/** Messages the step points to, by their `link.sent`; those that have not been sent yet are left out. */
	readonly messages: readonly number[] = $derived.by(() => {
		const selectors = this.step?.messages ?? [];
		const { trace, length } = this.#page.playback;
		if (selectors.length === 0 || length === 0) return [];
		const index = traceIndex(trace);
		return selectors.flatMap((selector) => {
			const seq = findEvent(selector, trace);
			return seq === undefined ? [] : (index.flightOf(seq)?.sentSeq ?? []);
		});
	});

	/** Lines the step points to in the files as they are now; those that are gone are left out. */
	readonly lines: readonly LineRange[] = $derived(
		(this.step?.lines ?? []).flatMap(
			(reference) => resolveCode(reference, this.#page.workspace.files) ?? []
		)
	);

	/** Lights what the step points to. */
	pointOut(): void {
		const { actors, messages, lines } = this;
		this.#page.selection.spotlight = { actors, messages, lines };
	}

	/** Name of the lesson on the page. */
	get place(): string {
		return this.#place;
	}

	/**
	 * Opens a lesson and its scenario, at the step where the person left it. Opened again, it only takes the words it has now.
	 * @param place its name on the page: its id, or course and id
	 */
	open(lesson: Lesson, place: string): void {
		const isOpen = this.#place === place && this.#page.workspace.scenario?.id === place;
		this.#original = lesson;
		if (isOpen) return;
		this.#place = place;
		this.#answers = {};
		this.attempt.begin();
		if (lesson.view !== undefined) this.#page.view.lower = lesson.view;
		const scenario = { ...lesson.scenario, id: place };
		this.#page.workspace.open(scenario, `lesson/${place}`, lesson.file);
		const saved = Number(this.#page.preferences.read(`lesson-step:${place}`) ?? 0);
		this.#enter(Math.min(Math.max(0, saved), lesson.steps.length - 1));
		// Who came by the address of a moment wants that one.
		if (this.#page.view.route.event !== undefined) this.#wanted = null;
	}

	next(): void {
		if (!this.isLast && this.mayGoOn) this.#enter(this.#index + 1);
	}

	previous(): void {
		if (!this.isFirst) this.#enter(this.#index - 1);
	}

	/** Goes to a step, whatever was answered before it: the teacher's window asks for it. */
	goTo(index: number): void {
		const steps = this.#original?.steps.length ?? 0;
		if (index !== this.#index && index >= 0 && index < steps) this.#enter(index);
	}

	/** Answers the prediction of this step; the first answer stands. */
	predict(option: number): void {
		if (this.answer !== null) return;
		this.#answers = { ...this.#answers, [this.#index]: option };
		this.#wanted = this.step?.prediction?.reveal ?? null;
	}

	/** Moves the cursor where the step wants it, if the run has got that far. Called whenever it has grown. */
	seekWanted(): void {
		const selector = this.#wanted;
		const { playback, workspace } = this.#page;
		this.attempt.seekFailure();
		if (selector === null || playback.length === 0) return;
		if (selector.nth < 0 && workspace.live.status === 'running') return;
		const seq = findEvent(selector, playback.trace);
		if (seq === undefined) return;
		this.#wanted = null;
		playback.seek(seq + 1);
		this.#showTaskFile();
	}

	/** A task begins with the file it is about, whatever the cursor's program is. */
	#showTaskFile(): void {
		const { step } = this;
		if (step === null || step.task === null) return;
		this.#page.workspace.activeFile = step.lines[0]?.file ?? this.#original?.file ?? '';
	}

	#enter(index: number): void {
		this.#index = index;
		this.attempt.enterStep();
		this.#wanted = this.step?.cursor ?? null;
		const lesson = this.#original;
		if (lesson === null) return;
		this.#showTaskFile();
		const { preferences, progress } = this.#page;
		preferences.write(`lesson-step:${this.#place}`, String(index));
		const tasks = lesson.steps.filter(({ task }) => task !== null).length;
		progress.reach(this.#place, index, lesson.steps.length, tasks);
	}
}

const sessions = new WeakMap<PageState, LessonSession>();

/** The page's way through its lesson. Called when a component is made, not in what it derives: it writes state. */
export function lessonSession(page: PageState): LessonSession {
	const existing = sessions.get(page);
	if (existing !== undefined) return existing;
	let session!: LessonSession;
	// What it derives must outlive the component that happened to ask first.
	$effect.root(() => {
		session = new LessonSession(page);
	});
	sessions.set(page, session);
	// The answer is not to be read off before it is given, whatever pane is open.
	page.playback.askedAt = () => session.askedAt;
	return session;
}
