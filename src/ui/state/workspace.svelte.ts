// The scenario being worked on: what the person did to it, and the loop of live editing (a change in the draft, wait a
// moment, check, compute anew). The run this makes is `live`. Knows no cursor and draws nothing.
import type { Intervention, Problem, Scenario } from '#scenario';
import { Comparison } from './comparison.svelte.ts';
import { Draft } from './draft.svelte.ts';
import { Interventions, type InterventionChange } from './interventions.svelte.ts';
import { LiveRun } from './live-run.svelte.ts';
import type { KeyValueStore } from './preferences.svelte.ts';
import type { RunEngine } from './run-engine.ts';
import { isUntouched } from './scenario-edits.ts';
import { UndoHistory } from './undo-history.svelte.ts';

/** Everything wrong with a scenario; empty when it can be run. */
export type ScenarioCheck = (scenario: Scenario) => readonly Problem[];

/** The check needs the whole schema: it is fetched when the first change is made. */
const fetchCheck = async (): Promise<ScenarioCheck> =>
	(await import('../shared/scenario-check.ts')).problemsOf;

/** Milliseconds between the last key press and the new run. */
const editDelayMs = 250;

export class Workspace {
	readonly #fetchCheck: () => ScenarioCheck | Promise<ScenarioCheck>;
	#check: ScenarioCheck | null = null;
	/** Counts attempts to run: one that was overtaken while its check was fetched does nothing. */
	#attempts = 0;
	#problems: readonly Problem[] = $state.raw([]);
	#activeFile = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** The run of the scenario, computed anew with every change. */
	readonly live: LiveRun;
	/** What the person did and can take back. */
	readonly history = new UndoHistory();
	/** The scenario with the person's changes. */
	readonly draft: Draft;
	/** What is done to the run, by the scenario and by the person. */
	readonly interventions: Interventions;
	/** The outcome of the run beside that of an earlier one. */
	readonly comparison = new Comparison();

	/** @param check gives the check, when it is first needed */
	constructor(
		engine: RunEngine,
		store: KeyValueStore,
		check: () => ScenarioCheck | Promise<ScenarioCheck> = fetchCheck
	) {
		this.live = new LiveRun(engine);
		this.live.onFinished = (trace, summary) => {
			this.comparison.add({ trace, summary });
		};
		this.#fetchCheck = check;
		this.draft = new Draft(store, this.history);
		this.draft.onChange = (typed) => {
			this.interventions.dismiss();
			if (typed) this.#runSoon();
			else this.run();
		};
		this.interventions = new Interventions(store, this.history, () => {
			this.run();
		});
	}

	/** The scenario as opened, without edits and interventions of the person; null on the home page. */
	get scenario(): Scenario | null {
		return this.draft.scenario;
	}

	/** Path to text, edits included. */
	get files(): Readonly<Record<string, string>> {
		return this.draft.files;
	}

	/** The scenario with edits and interventions: what a run is computed from, and what a share link holds. */
	readonly current: Scenario | null = $derived.by(() => {
		const { edited } = this.draft;
		if (edited === null) return null;
		if (edited.interventions === undefined && this.interventions.list.length === 0) return edited;
		const interventions = this.interventions.list.map((listed) => listed.intervention);
		return { ...edited, interventions };
	});

	/** Is everything the person did to the open scenario there again after a reload? */
	get isKeptOver(): boolean {
		return this.scenario === null || (this.draft.outlivesPage && this.interventions.outlivesPage);
	}

	/** The file shown in the editor. */
	get activeFile(): string {
		const { files } = this;
		return Object.hasOwn(files, this.#activeFile)
			? this.#activeFile
			: (Object.keys(files)[0] ?? '');
	}

	set activeFile(path: string) {
		if (Object.hasOwn(this.files, path)) this.#activeFile = path;
	}

	/** What keeps the changed scenario from being run; the run on the page is then an older one. */
	get problems(): readonly Problem[] {
		return this.#problems;
	}

	/** Virtual milliseconds after time 0 at which the person last changed the past; null when they did not. */
	get forkedAt(): number | null {
		return this.interventions.forkedAt;
	}

	/**
	 * Opens a scenario and runs it with the edits kept from last time.
	 * @param key names the place edits are kept under, e.g. `lesson/amqp-rpc`; '' keeps none
	 * @param file the file to show first; default: the first process' file
	 */
	open(scenario: Scenario, key: string, file?: string): void {
		clearTimeout(this.#timer);
		this.draft.open(scenario, key);
		this.history.clear();
		this.comparison.clear();
		this.interventions.open(scenario.interventions ?? [], key);
		this.live.forget();
		this.#activeFile = file ?? scenario.processes[0]?.file ?? Object.keys(scenario.files)[0] ?? '';
		void this.#run(true);
	}

	/** Leaves the scenario (to the home page). */
	close(): void {
		clearTimeout(this.#timer);
		this.#attempts += 1;
		this.draft.close();
		this.#problems = [];
		this.live.leave();
	}

	/** Takes over what is typed; the run follows after a moment. */
	edit(path: string, text: string): void {
		if (this.files[path] !== text) this.draft.type(path, text);
	}

	/** Computes the run anew at once. The old picture stays until the new run has reached the cursor's time. */
	run(): void {
		clearTimeout(this.#timer);
		if (this.scenario !== null) void this.#run(false);
	}

	/**
	 * Does something to the run at a virtual time.
	 * @param label what is done, for undo
	 * @param fromMs what the person did after this time is given up; default: the intervention's time
	 */
	intervene(
		intervention: Intervention,
		label: string,
		fromMs = intervention.at
	): InterventionChange {
		const { summary } = this.live;
		const isPast = summary !== null && fromMs < summary.virtualMs;
		return this.interventions.add(intervention, label, fromMs, isPast);
	}

	#runSoon(): void {
		this.live.giveWay();
		void this.#prepareCheck();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.run();
		}, editDelayMs);
	}

	async #prepareCheck(): Promise<void> {
		try {
			this.#check ??= await this.#fetchCheck();
		} catch {
			// Without it a scenario that cannot be run ends as a failed run, which says what was wrong, too.
		}
	}

	/** Checks what a person changed, then computes it. A scenario as opened has been checked. */
	async #run(fresh: boolean): Promise<void> {
		this.#attempts += 1;
		const attempt = this.#attempts;
		const scenario = this.current;
		if (scenario === null) return;
		const isChanged = !isUntouched(this.draft.edits);
		if (isChanged && this.#check === null) {
			if (fresh) this.live.giveWay();
			await this.#prepareCheck();
		}
		if (attempt !== this.#attempts) return;
		this.#problems = isChanged ? (this.#check?.(scenario) ?? []) : [];
		if (this.#problems.length === 0) this.live.start(scenario, fresh);
		else this.live.refuse(fresh);
	}
}
