// What a person does about the task of a lesson's step: the hints seen, the last check, the solution taken. Which task it is, is
// the lesson's session's business.
import type { CheckReport, Lesson, Step } from '#lesson';
import { Trace } from '#trace';
import type { PageState, RunEngine } from '../state/index.ts';
import { lessonWords } from '../text/lesson.ts';

/** Where the person is. */
interface Place {
	readonly lesson: Lesson | null;
	readonly step: Step | null;
	readonly index: number;
	/** Name of the lesson on the page. */
	readonly place: string;
}

export class Attempt {
	readonly #page: PageState;
	readonly #at: Place;
	#hints = $state(0);
	#report: CheckReport | null = $state.raw(null);
	#checking = $state(false);
	#solutionShown = $state(false);
	/** What the solution took the place of; null when nothing. */
	#own: Readonly<Record<string, string>> | null = $state.raw(null);
	/** The event that broke a check, in the run that is being computed to show it. */
	#broken: { readonly not: Trace; readonly seq: number } | null = null;

	constructor(page: PageState, at: Place) {
		this.#page = page;
		this.#at = at;
	}

	/** Another lesson was opened. */
	begin(): void {
		this.#own = null;
	}

	/** Another step was entered. */
	enterStep(): void {
		this.#hints = 0;
		this.#report = null;
		this.#solutionShown = false;
	}

	/** Hints shown so far in this step. */
	get hintsShown(): number {
		return this.#hints;
	}

	/** What the last check found; null while none was made. */
	get report(): CheckReport | null {
		return this.#report;
	}

	get checking(): boolean {
		return this.#checking;
	}

	get solutionShown(): boolean {
		return this.#solutionShown;
	}

	hint(): void {
		this.#hints = Math.min(this.#hints + 1, this.#at.step?.task?.hints.length ?? 0);
	}

	toggleSolution(): void {
		this.#solutionShown = !this.#solutionShown;
	}

	/** The files as they are now. */
	get files(): Readonly<Record<string, string>> {
		return this.#page.workspace.files;
	}

	/** Puts the solution into the editor; the person's own code can be brought back. */
	takeSolution(): void {
		const solution = this.#at.lesson?.solution ?? {};
		const { files } = this.#page.workspace;
		const own = Object.keys(solution).filter((path) => files[path] !== solution[path]);
		if (own.length > 0)
			this.#own = Object.fromEntries(own.map((path) => [path, files[path] ?? '']));
		this.#write(solution);
		this.#page.view.say(lessonWords.now.solutionTaken, 'files');
	}

	/** The solution took the place of code that can be brought back. */
	get hasOwnCode(): boolean {
		return this.#own !== null;
	}

	/** Brings back the code the solution took the place of. */
	takeOwnCode(): void {
		this.#write(this.#own ?? {});
		this.#own = null;
		this.#page.view.say(lessonWords.now.ownTaken, 'files');
	}

	#write(files: Readonly<Record<string, string>>): void {
		for (const [path, text] of Object.entries(files)) this.#page.workspace.edit(path, text);
	}

	/** Files the person changed that neither a check nor a hand-in takes into account. */
	get uncounted(): readonly string[] {
		const { editedFiles } = this.#page.workspace.draft;
		return editedFiles.filter((path) => this.#at.lesson?.editable.includes(path) === false);
	}

	/** Runs the task's checks over the lesson's seeds. */
	async check(engine: RunEngine): Promise<void> {
		const lesson = this.#at.lesson;
		const task = this.#at.step?.task;
		if (lesson === null || task === null || task === undefined || this.#checking) return;
		this.#checking = true;
		this.#report = null;
		try {
			const { answeredFiles, handedInFiles, runChecks } = await import('./task-checks.ts');
			const answer = handedInFiles(lesson, this.#page.workspace.files);
			this.#report = await runChecks(lesson, task, answeredFiles(lesson, answer), (scenario) =>
				computeRun(engine, scenario)
			);
			if (this.#report.passed) this.#page.progress.pass(this.#at.place, this.#at.index);
		} catch (error) {
			this.#page.view.say(error instanceof Error ? error.message : String(error), 'failed');
		} finally {
			this.#checking = false;
		}
	}

	/** Computes the run that failed the check and goes to an event of it: the one that broke it. */
	showFailure(seq: number, label: string): void {
		const report = this.#report;
		if (report === null) return;
		const { workspace, playback } = this.#page;
		this.#broken = { not: playback.trace, seq };
		for (const intervention of report.plan?.interventions ?? [])
			workspace.intervene(intervention, label);
		workspace.draft.setSettings({ ...workspace.draft.edits.settings, seed: report.seed }, label);
	}

	/** Goes to the event that broke the check, once the run that shows it has got there. Called whenever it has grown. */
	seekFailure(): void {
		const { playback } = this.#page;
		const broken = this.#broken;
		if (broken === null || playback.trace === broken.not || playback.length <= broken.seq) return;
		this.#broken = null;
		playback.seek(broken.seq + 1);
	}
}

function computeRun(
	engine: RunEngine,
	scenario: Parameters<RunEngine['start']>[0]
): Promise<Trace> {
	return new Promise((resolve, reject) => {
		const trace = new Trace();
		engine.start(scenario, {
			events: (events) => {
				trace.append(events);
			},
			progress: () => undefined,
			finished: () => {
				resolve(trace);
			},
			failed: ({ message, seed, event }) => {
				reject(new Error(lessonWords.now.runFailed(seed, event, message)));
			}
		});
	});
}
