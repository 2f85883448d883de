// The scenario being worked on: its files with the person's edits, what they did to the run, and the run itself.
// Owns the live editing loop (edit, wait a moment, compute anew). Knows no cursor and draws nothing.
import type { Intervention, Scenario } from '#scenario';
import type { RunSummary } from '#simulation';
import { Trace } from '#trace';
import type { TraceEvent } from '#trace';
import { compareOutcomes, type OutcomeChange } from './outcome.ts';
import { diagnosticsIn, type Diagnostic } from './diagnostics.ts';
import type { KeyValueStore } from './preferences.svelte.ts';

export type RunStatus = 'empty' | 'running' | 'finished' | 'failed' | 'cancelled';

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

/** Called when a person looks at a new run: `fresh` for another scenario, else the same one computed anew. */
export type TraceListener = (trace: Trace, fresh: boolean) => void;

/** Milliseconds between the last key press and the new run. */
const editDelayMs = 250;

export class Workspace {
	readonly #engine: RunEngine;
	readonly #store: KeyValueStore;
	#scenario: Scenario | null = $state.raw(null);
	#storageKey = '';
	#edits: Readonly<Record<string, string>> = $state.raw({});
	/** Edits thrown away by the last reset, for undo. */
	#resetEdits: Readonly<Record<string, string>> | null = $state.raw(null);
	#added: readonly Intervention[] = $state.raw([]);
	#trace: Trace = $state.raw(new Trace());
	#horizon = $state(0);
	#status: RunStatus = $state('empty');
	#progress: RunProgress | null = $state.raw(null);
	#summary: RunSummary | null = $state.raw(null);
	#failure: RunFailure | null = $state.raw(null);
	#change: OutcomeChange | null = $state.raw(null);
	#isChangeDismissed = $state(false);
	#forkedAt: number | null = $state(null);
	#activeFile = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;

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

	constructor(engine: RunEngine, store: KeyValueStore) {
		this.#engine = engine;
		this.#store = store;
	}

	/** The scenario as opened, without edits and interventions of the person; null on the home page. */
	get scenario(): Scenario | null {
		return this.#scenario;
	}

	/** Path to text, edits included. */
	readonly files: Readonly<Record<string, string>> = $derived({
		...this.#scenario?.files,
		...this.#edits
	});

	/** Paths of the files that differ from the scenario. */
	readonly editedFiles: readonly string[] = $derived(
		Object.keys(this.#edits).filter((path) => this.#edits[path] !== this.#scenario?.files[path])
	);

	/** The scenario with edits and interventions: what a run is computed from, and what a share link holds. */
	readonly current: Scenario | null = $derived(
		this.#scenario === null
			? null
			: {
					...this.#scenario,
					files: this.files,
					interventions: [...(this.#scenario.interventions ?? []), ...this.#added]
				}
	);

	/** The file shown in the editor. */
	get activeFile(): string {
		return this.#activeFile;
	}

	set activeFile(path: string) {
		if (path in this.files) this.#activeFile = path;
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

	/** How the outcome differs from the run before; null when there is nothing to compare. */
	get change(): OutcomeChange | null {
		return this.#change;
	}

	get isChangeDismissed(): boolean {
		return this.#isChangeDismissed;
	}

	/** The person has read what changed. */
	dismissChange(): void {
		this.#isChangeDismissed = true;
	}

	/** Virtual milliseconds after time 0 at which the person last changed the past; null when they did not. */
	get forkedAt(): number | null {
		return this.#forkedAt;
	}

	/** Errors of guest programs with file and line, from the trace. */
	get diagnostics(): readonly Diagnostic[] {
		return this.#diagnostics;
	}

	get canUndoReset(): boolean {
		return this.#resetEdits !== null;
	}

	/** What the person did to this run. */
	get interventions(): readonly Intervention[] {
		return this.#added;
	}

	/**
	 * Opens a scenario and runs it with the edits kept from last time.
	 * @param key names the place edits are kept under, e.g. `lesson/amqp-rpc`; '' keeps none
	 * @param file the file to show first; default: the first process' file
	 */
	open(scenario: Scenario, key: string, file?: string): void {
		clearTimeout(this.#timer);
		this.#scenario = scenario;
		this.#storageKey = key;
		this.#edits = this.#loadEdits();
		this.#resetEdits = null;
		this.#added = [];
		this.#forkedAt = null;
		this.#change = null;
		this.#summary = null;
		this.#activeFile = file ?? scenario.processes[0]?.file ?? Object.keys(scenario.files)[0] ?? '';
		this.#start(true);
	}

	/** Leaves the scenario (to the home page). */
	close(): void {
		clearTimeout(this.#timer);
		this.#engine.cancel();
		this.#scenario = null;
		this.#status = 'empty';
		this.#progress = null;
	}

	/** Takes over an edit; the run follows after a moment. */
	edit(path: string, text: string): void {
		if (this.files[path] === text) return;
		this.#edits = { ...this.#edits, [path]: text };
		this.#saveEdits();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.run();
		}, editDelayMs);
	}

	/** Gives a file (or all files) its original text back. */
	resetCode(path?: string): void {
		this.#resetEdits = this.#edits;
		this.#edits =
			path === undefined
				? {}
				: Object.fromEntries(Object.entries(this.#edits).filter(([edited]) => edited !== path));
		this.#saveEdits();
		this.run();
	}

	/** Takes the last reset back. */
	undoReset(): void {
		if (this.#resetEdits === null) return;
		this.#edits = this.#resetEdits;
		this.#resetEdits = null;
		this.#saveEdits();
		this.run();
	}

	/** Computes the run anew at once. The old picture stays until the new run has reached the cursor's time. */
	run(): void {
		clearTimeout(this.#timer);
		if (this.#scenario !== null) this.#start(false);
	}

	/** Gives up the computation; what was computed stays. */
	cancel(): void {
		this.#engine.cancel();
		this.#status = 'cancelled';
		this.#progress = null;
		this.onSettled();
	}

	/**
	 * Does something to the run at a virtual time. Later interventions are dropped: the run forks here.
	 * @returns whether anything that had been computed or done later is given up
	 */
	intervene(intervention: Intervention): boolean {
		const kept = this.#added.filter((earlier) => earlier.at <= intervention.at);
		const dropped = kept.length < this.#added.length;
		const inThePast = this.#summary !== null && intervention.at < this.#summary.virtualMs;
		this.#added = [...kept, intervention];
		this.#forkedAt = inThePast || dropped ? intervention.at : null;
		this.run();
		return inThePast || dropped;
	}

	/** Takes back everything the person did to the run (not the edits). */
	dropInterventions(): void {
		this.#added = [];
		this.#forkedAt = null;
		this.run();
	}

	/** Another seed, the same scenario. */
	setSeed(seed: number): void {
		if (this.#scenario === null) return;
		this.#scenario = { ...this.#scenario, seed: seed >>> 0 };
		this.run();
	}

	#start(fresh: boolean): void {
		const scenario = this.current;
		if (scenario === null) return;
		const before = fresh ? null : this.#summary;
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
				if (shown) this.#grow(incoming.length);
				else if ((events.at(-1)?.at ?? 0) > heldUs) show();
			},
			progress: (progress) => {
				this.#progress = progress;
			},
			finished: (summary) => {
				if (!shown) show();
				this.#status = 'finished';
				this.#progress = null;
				this.#change = before === null ? null : compareOutcomes(before, summary);
				this.#isChangeDismissed = false;
				this.#summary = summary;
				this.onSettled();
			},
			failed: (failure) => {
				if (!shown) show();
				this.#status = 'failed';
				this.#progress = null;
				this.#failure = failure;
				this.onSettled();
			}
		});
	}

	#grow(length: number): void {
		this.#horizon = length;
		this.onGrown(length);
	}

	#loadEdits(): Readonly<Record<string, string>> {
		if (this.#storageKey === '') return {};
		const saved = this.#store.get(`edits:${this.#storageKey}`);
		if (saved === null) return {};
		try {
			const parsed: unknown = JSON.parse(saved);
			if (typeof parsed !== 'object' || parsed === null) return {};
			return Object.fromEntries(
				Object.entries(parsed).filter(
					(entry): entry is [string, string] => typeof entry[1] === 'string'
				)
			);
		} catch {
			return {};
		}
	}

	#saveEdits(): void {
		if (this.#storageKey === '') return;
		const key = `edits:${this.#storageKey}`;
		if (Object.keys(this.#edits).length === 0) this.#store.remove(key);
		else this.#store.set(key, JSON.stringify(this.#edits));
	}
}
