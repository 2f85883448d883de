// What a person changed in a scenario, as plain data: texts of files, files gone, another list of processes, other
// settings. Every change is a patch, and applying one gives the patch that takes it back. Pure; storing is stored-edits.ts'.
import type { ProcessSpec, Scenario } from '#scenario';

/** Settings with a place in the form; only those that were changed. Times in milliseconds. */
export interface ScenarioSettings {
	readonly latencyMs?: number;
	readonly jitterMs?: number;
	readonly seed?: number;
	readonly durationMs?: number;
	readonly brokerVersion?: NonNullable<Scenario['brokerVersion']>;
}

export interface ScenarioEdits {
	/** Path to text; null: the file is gone. */
	readonly files: Readonly<Record<string, string | null>>;
	/** Instead of the scenario's own list; null: as the scenario says. */
	readonly processes: readonly ProcessSpec[] | null;
	readonly settings: ScenarioSettings;
}

/** What is to be set; what is not named stays. */
export interface EditPatch {
	/** Path to text, null: gone, undefined: as the scenario has it. */
	readonly files?: Readonly<Record<string, string | null | undefined>>;
	readonly processes?: readonly ProcessSpec[] | null;
	readonly settings?: ScenarioSettings;
}

export const noEdits: ScenarioEdits = { files: {}, processes: null, settings: {} };

/** Is nothing changed? */
export function isUntouched(edits: ScenarioEdits): boolean {
	return (
		edits.processes === null &&
		Object.keys(edits.files).length === 0 &&
		Object.keys(edits.settings).length === 0
	);
}

/** The edits after a patch, and the patch that leads back. */
export function applyPatch(
	edits: ScenarioEdits,
	patch: EditPatch
): { readonly edits: ScenarioEdits; readonly undo: EditPatch } {
	const paths = Object.keys(patch.files ?? {});
	const files = new Map(Object.entries(edits.files));
	for (const path of paths) {
		const text = patch.files?.[path];
		if (text === undefined) files.delete(path);
		else files.set(path, text);
	}
	return {
		edits: {
			files: Object.fromEntries(files),
			processes: patch.processes === undefined ? edits.processes : patch.processes,
			settings: patch.settings ?? edits.settings
		},
		undo: {
			files: Object.fromEntries(paths.map((path) => [path, ownText(edits.files, path)])),
			...(patch.processes === undefined ? {} : { processes: edits.processes }),
			...(patch.settings === undefined ? {} : { settings: edits.settings })
		}
	};
}

/** A file may be called `constructor`. */
function ownText<Text>(files: Readonly<Record<string, Text>>, path: string): Text | undefined {
	return Object.hasOwn(files, path) ? files[path] : undefined;
}

/** The files with the edits: the scenario's own first, in its order. */
export function editedTexts(
	scenario: Scenario,
	edits: ScenarioEdits
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries({ ...scenario.files, ...edits.files }).filter(
			(entry): entry is [string, string] => entry[1] !== null
		)
	);
}

/** The scenario with the edits; not checked. */
export function editedScenario(scenario: Scenario, edits: ScenarioEdits): Scenario {
	const { latencyMs, jitterMs, ...plain } = edits.settings;
	const wires = {
		...(latencyMs === undefined ? {} : { latencyMs }),
		...(jitterMs === undefined ? {} : { jitterMs })
	};
	return {
		...scenario,
		...plain,
		...(Object.keys(wires).length === 0 ? {} : { links: { ...scenario.links, ...wires } }),
		files: editedTexts(scenario, edits),
		processes: edits.processes ?? scenario.processes
	};
}

/** Moves a file, and whoever runs it along; what other files require by name is left to the person. */
export function renamePatch(
	scenario: Scenario,
	edits: ScenarioEdits,
	from: string,
	to: string
): EditPatch {
	const text = editedTexts(scenario, edits)[from] ?? '';
	const processes = edits.processes ?? scenario.processes;
	const isRun = processes.some((process) => process.file === from);
	return {
		files: { [from]: Object.hasOwn(scenario.files, from) ? null : undefined, [to]: text },
		...(isRun
			? {
					processes: processes.map((process) =>
						process.file === from ? { ...process, file: to } : process
					)
				}
			: {})
	};
}

/** Why a path cannot be a new file's: it has no right form, it is taken, or a file stands where a folder would. */
export function pathFault(
	path: string,
	files: Readonly<Record<string, string>>
): 'form' | 'taken' | null {
	if (path.length > 250 || !/^(?!\/)(?!(?:.*\/)?\.{0,2}(?:\/|$))(?!.*\/\/)[^\\\n]+$/.test(path))
		return 'form';
	const clashes = Object.keys(files).some(
		(other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`)
	);
	return clashes ? 'taken' : null;
}
