// The run of the scenario being worked on: what the person did to it, and the loop of live editing (a change in the draft,
// wait a moment, check, compute anew). Knows no cursor and draws nothing.
import type { Intervention, Problem, Scenario } from '#scenario';
import type { RunSummary } from '#simulation';
import { Trace } from '#trace';
import type { TraceEvent } from '#trace';
import { Comparison } from './comparison.svelte.ts';
import { diagnosticsIn, type Diagnostic } from './diagnostics.ts';
import { Draft } from './draft.svelte.ts';
import { Interventions, type InterventionChange } from './interventions.svelte.ts';
import type { KeyValueStore } from './preferences.svelte.ts';
import { isUntouched } from './scenario-edits.ts';
import { UndoHistory } from './undo-history.svelte.ts';

/** `refused`: the changes make no scenario that could be run; see `problems`. */
export type RunStatus = 'empty' | 'running' | 'finished' | 'failed' | 'cancelled' | 'refused';

export interface RunProgress {
	readonly virtualMs: number;
	readonly events: number;
	/** The process whose turn is taking long, or null. */
	readonly busyWith: string | null;
}

/** Our own bug, with what to report. */
export interface RunFailure {
	readonly message: string;
	readonly seed: number;
	readonly event: number;
}

/** What a run tells while it is computed. */
export interface RunListener {
	events(events: readonly TraceEvent[]): void;
	progress(progress: RunProgress): void;
	finished(summary: RunSummary): void;
	failed(failure: RunFailure): void;
}

/** Computes runs, one at a time: a new start ends the one before. The worker's client, or a fake in tests. */
export interface RunEngine {
	start(scenario: Scenario, listener: RunListener): void;
	cancel(): void;
}

/** Everything wrong with a scenario; empty when it can be run. */
export type ScenarioCheck = (scenario: Scenario) => readonly Problem[];

/** The check needs the whole schema: it is fetched when the first change is made. */
const fetchCheck = async (): Promise<ScenarioCheck> =>
	(await import('../shared/scenario-check.ts')).problemsOf;

/** Called when a person looks at a new run: `fresh` for another scenario, else the same one computed anew. */
export type TraceListener = (trace: Trace, fresh: boolean) => void;

/** A run longer than this is followed in strides, so many milliseconds apart: the page draws anew at each. */
const followedEvents = 2000;
const strideMs = 150;

/** Milliseconds between the last key press and the new run. */
const editDelayMs = 250;

export class Workspace {
	readonly #engine: RunEngine;
	readonly #fetchCheck: () => ScenarioCheck | Promise<ScenarioCheck>;
	#check: ScenarioCheck | null = null;
	/** Counts attempts to run: one that was overtaken while its check was fetched does nothing. */
	#attempts = 0;
	#trace: Trace = $state.raw(new Trace());
	#horizon = $state(0);
	#status: RunStatus = $state('empty');
	#progress: RunProgress | null = $state.raw(null);
	#summary: RunSummary | null = $state.raw(null);
	#failure: RunFailure | null = $state.raw(null);
	#problems: readonly Problem[] = $state.raw([]);
	#activeFile = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stride: ReturnType<typeof setTimeout> | undefined;

	/** What the person did and can take back. */
	readonly history = new UndoHistory();
	/** The scenario with the person's changes. */
	readonly draft: Draft;
	/** What is done to the run, by the scenario and by the person. */
	readonly interventions: Interventions;
	/** The outcome of the run beside that of an earlier one. */
	readonly comparison = new Comparison();

	/** The virtual time (microseconds) a new run must reach before it replaces the picture of the old one. */
	heldTimeUs: () => number = () => 0;
	/** Called when `trace` becomes another one. */
	onTrace: TraceListener = () => undefined;
	/** Called when the trace grew to this many events. */
	onGrown: (length: number) => void = () => undefined;
	/** Called when `trace` will not grow any more: its run ended, or its computation was given up. */
	onSettled: () => void = () => undefined;

	readonly #diagnostics: readonly Diagnostic[] = $derived(
		diagnosticsIn(this.#trace, this.#horizon)
	);

	/** @param check gives the check, when it is first needed */
	constructor(
		engine: RunEngine,
		store: KeyValueStore,
		check: () => ScenarioCheck | Promise<ScenarioCheck> = fetchCheck
	) {
		this.#engine = engine;
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

	/** The run on the page. The object grows in place: read `horizon` to hear of it. */
	get trace(): Trace {
		return this.#trace;
	}

	/** Events of `trace` computed so far. */
	get horizon(): number {
		return this.#horizon;
	}

	get status(): RunStatus {
		return this.#status;
	}

	/** How far a long computation is; null when none is under way. */
	get progress(): RunProgress | null {
		return this.#progress;
	}

	/** What the finished run came to; null until then. */
	get summary(): RunSummary | null {
		return this.#summary;
	}

	get failure(): RunFailure | null {
		return this.#failure;
	}

	/** What keeps the changed scenario from being run; the run on the page is then an older one. */
	get problems(): readonly Problem[] {
		return this.#problems;
	}

	/** Virtual milliseconds after time 0 at which the person last changed the past; null when they did not. */
	get forkedAt(): number | null {
		return this.interventions.forkedAt;
	}

	/** Errors of guest programs with file and line, from the trace. */
	get diagnostics(): readonly Diagnostic[] {
		return this.#diagnostics;
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
		this.#summary = null;
		this.#activeFile = file ?? scenario.processes[0]?.file ?? Object.keys(scenario.files)[0] ?? '';
		void this.#run(true);
	}

	/** Leaves the scenario (to the home page). */
	close(): void {
		clearTimeout(this.#timer);
		this.#attempts += 1;
		this.#engine.cancel();
		this.draft.close();
		this.#problems = [];
		this.#status = 'empty';
		this.#progress = null;
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

	/** Gives up the computation; what was computed stays. */
	cancel(): void {
		this.#engine.cancel();
		this.#status = 'cancelled';
		this.#progress = null;
		this.#settle();
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
		const isPast = this.#summary !== null && fromMs < this.#summary.virtualMs;
		return this.interventions.add(intervention, label, fromMs, isPast);
	}

	#runSoon(): void {
		// What is computed now will not be wanted; ending it here lets the next run find an idle engine.
		if (this.#status === 'running') this.#engine.cancel();
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
			if (fresh) this.#engine.cancel();
			await this.#prepareCheck();
		}
		if (attempt !== this.#attempts) return;
		this.#problems = isChanged ? (this.#check?.(scenario) ?? []) : [];
		if (this.#problems.length === 0) this.#start(scenario, fresh);
		else this.#refuse(fresh);
	}

	/** The picture stays, or there is none yet. */
	#refuse(fresh: boolean): void {
		this.#engine.cancel();
		this.#status = 'refused';
		this.#progress = null;
		if (fresh) {
			this.#trace = new Trace();
			this.#horizon = 0;
			this.onTrace(this.#trace, true);
		}
		this.#settle();
	}

	#start(scenario: Scenario, fresh: boolean): void {
		const incoming = new Trace();
		const heldUs = fresh ? 0 : this.heldTimeUs();
		let shown = false;
		const show = (): void => {
			shown = true;
			this.#trace = incoming;
			this.#horizon = incoming.length;
			this.onTrace(incoming, fresh);
		};
		this.#status = 'running';
		this.#progress = { virtualMs: 0, events: 0, busyWith: null };
		this.#failure = null;
		if (fresh) show();
		this.#engine.start(scenario, {
			events: (events) => {
				incoming.append(events);
				if (shown) this.#grow();
				else if ((events.at(-1)?.at ?? 0) > heldUs) show();
			},
			progress: (progress) => {
				this.#progress = progress;
			},
			finished: (summary) => {
				if (!shown) show();
				this.#status = 'finished';
				this.#progress = null;
				this.#summary = summary;
				this.comparison.add({ trace: incoming, summary });
				this.#settle();
			},
			failed: (failure) => {
				if (!shown) show();
				this.#status = 'failed';
				this.#progress = null;
				this.#failure = failure;
				this.#settle();
			}
		});
	}

	/** Tells of new events: at once while the run is short. */
	#grow(): void {
		if (this.#trace.length <= followedEvents) this.#tellGrowth();
		else
			this.#stride ??= setTimeout(() => {
				this.#tellGrowth();
			}, strideMs);
	}

	#tellGrowth(): void {
		clearTimeout(this.#stride);
		this.#stride = undefined;
		const { length } = this.#trace;
		if (length === this.#horizon) return;
		this.#horizon = length;
		this.onGrown(length);
	}

	#settle(): void {
		this.#tellGrowth();
		this.onSettled();
	}
}
