// The scenario being worked on and what the person changed in it. Every change is kept in the browser as it is made, and
// changes other than typing can be taken back. Knows no run.
import type { ProcessSpec, Scenario } from '#scenario';
import type { KeyValueStore } from './preferences.svelte.ts';
import {
	applyPatch,
	editedScenario,
	isUntouched,
	noEdits,
	renamePatch,
	type EditPatch,
	type ScenarioEdits,
	type ScenarioSettings
} from './scenario-edits.ts';
import { readStoredEdits, storedText } from './stored-edits.ts';
import type { UndoHistory, UndoStep } from './undo-history.svelte.ts';

export class Draft {
	readonly #store: KeyValueStore;
	readonly #history: UndoHistory;
	#scenario: Scenario | null = $state.raw(null);
	#storageKey = '';
	#edits: ScenarioEdits = $state.raw(noEdits);
	#isKept = $state(true);

	/** Called after each change: `typed` when more is likely to follow at once. */
	onChange: (typed: boolean) => void = () => undefined;

	constructor(store: KeyValueStore, history: UndoHistory) {
		this.#store = store;
		this.#history = history;
	}

	/** As opened; null when none is. */
	get scenario(): Scenario | null {
		return this.#scenario;
	}

	get edits(): ScenarioEdits {
		return this.#edits;
	}

	/** Did the browser have room for the last change (or nothing had to be kept)? */
	get isKept(): boolean {
		return this.#isKept;
	}

	/** Are the changes there again after a reload? True without any. */
	get outlivesPage(): boolean {
		return isUntouched(this.#edits) || (this.#storageKey !== '' && this.#isKept);
	}

	/** The scenario with the changes, not checked; without any, the one opened. Null when none is. */
	readonly edited: Scenario | null = $derived(
		this.#scenario === null || isUntouched(this.#edits)
			? this.#scenario
			: editedScenario(this.#scenario, this.#edits)
	);

	/** Path to text, changes included. */
	readonly files: Readonly<Record<string, string>> = $derived(this.edited?.files ?? {});

	/** Paths of the files that differ from the scenario's, are new or gone. */
	readonly editedFiles: readonly string[] = $derived(
		Object.keys(this.#edits.files).filter(
			(path) => this.#edits.files[path] !== this.#scenario?.files[path]
		)
	);

	/** @param key names the place changes are kept under, e.g. `lesson/amqp-rpc`; '' keeps none */
	open(scenario: Scenario, key: string): void {
		this.#scenario = scenario;
		this.#storageKey = key;
		this.#edits = this.#load();
		this.#isKept = true;
	}

	close(): void {
		this.#scenario = null;
	}

	/** The changes are kept elsewhere now (in a version): they belong to the scenario, and nothing is left to take back. */
	settle(): void {
		this.#scenario = this.edited;
		this.forget();
	}

	/** Throws the changes away for good. */
	forget(): void {
		this.#edits = noEdits;
		this.#history.clear();
		this.#save();
	}

	/** Somebody types. Not a step to take back: the code editor does that. */
	type(path: string, text: string): void {
		this.#apply({ files: { [path]: text } }, true);
	}

	addFile(path: string, text: string, label: string): void {
		this.#do({ files: { [path]: text } }, label);
	}

	removeFile(path: string, label: string): void {
		const isOwn = this.#scenario !== null && Object.hasOwn(this.#scenario.files, path);
		this.#do({ files: { [path]: isOwn ? null : undefined } }, label);
	}

	/** Moves a file with the text it has; so does taking it back. */
	renameFile(from: string, to: string, label: string): void {
		this.#history.push(this.#rename(from, to, label));
	}

	/** Gives a file (or all files) the original text back; new ones go, gone ones return. */
	resetFiles(label: string, path?: string): void {
		const paths = path === undefined ? Object.keys(this.#edits.files) : [path];
		this.#do({ files: Object.fromEntries(paths.map((reset) => [reset, undefined])) }, label);
	}

	/** Another list of processes; null: the scenario's own. */
	setProcesses(processes: readonly ProcessSpec[] | null, label: string): void {
		this.#do({ processes }, label);
	}

	/** Other settings, all that differ from the scenario's. */
	setSettings(settings: ScenarioSettings, label: string): void {
		this.#do({ settings }, label);
	}

	#rename(from: string, to: string, label: string): UndoStep {
		if (this.#scenario !== null) {
			this.#apply(renamePatch(this.#scenario, this.#edits, from, to), false);
		}
		return { label, undo: () => this.#rename(to, from, label) };
	}

	#do(patch: EditPatch, label: string): void {
		this.#history.push(this.#step(patch, label));
	}

	#step(patch: EditPatch, label: string): UndoStep {
		const undo = this.#apply(patch, false);
		return { label, undo: () => this.#step(undo, label) };
	}

	#apply(patch: EditPatch, typed: boolean): EditPatch {
		const { edits, undo } = applyPatch(this.#edits, patch);
		this.#edits = this.#scenario === null ? edits : withoutNeedless(edits, this.#scenario);
		this.#save();
		this.onChange(typed);
		return undo;
	}

	#load(): ScenarioEdits {
		const key = this.#storageKey;
		const saved = key === '' ? null : this.#store.get(`edits:${key}`);
		if (saved === null) return noEdits;
		const edits = readStoredEdits(saved);
		// Not ours to throw away: a newer page may have written it.
		if (edits === null) this.#store.set(`unread-edits:${key}`, saved);
		return edits ?? noEdits;
	}

	#save(): void {
		if (this.#storageKey === '') return;
		const key = `edits:${this.#storageKey}`;
		if (isUntouched(this.#edits)) {
			this.#store.remove(key);
			this.#isKept = true;
			return;
		}
		const text = storedText(this.#edits);
		this.#store.set(key, text);
		// A store that is full keeps nothing and says nothing.
		this.#isKept = this.#store.get(key) === text;
	}
}

/** A file renamed away and back is the scenario's own again. */
function withoutNeedless(edits: ScenarioEdits, scenario: Scenario): ScenarioEdits {
	const files = Object.entries(edits.files).filter(([path, text]) => {
		const own = Object.hasOwn(scenario.files, path) ? scenario.files[path] : null;
		return text !== own;
	});
	const hasOwnProcesses =
		JSON.stringify(edits.processes) === JSON.stringify(scenario.processes) ||
		edits.processes === null;
	return {
		files: Object.fromEntries(files),
		processes: hasOwnProcesses ? null : edits.processes,
		settings: edits.settings
	};
}
