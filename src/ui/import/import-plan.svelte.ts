// What the import dialog shows and what a person changes in it: the folder as read, the programs to start, the title.
import { SvelteMap } from 'svelte/reactivity';
import {
	importFolder,
	unsupportedUses,
	withProcesses,
	type ImportedFolder,
	type Parsed,
	type Problem,
	type ProcessSpec,
	type Scenario,
	type UnsupportedUse
} from '#scenario';
import { joinArguments } from '../scenario/process-rows.ts';
import { splitArguments } from '../stage/start-process.ts';
import { importWords } from '../text/import.ts';
import type { PickedFolder } from './picked-folder.ts';

/** One row of the list of programs. */
export interface ProgramRow {
	readonly file: string;
	readonly role: 'client' | 'server';
	isChosen: boolean;
	name: string;
	/** As typed: words separated by spaces, quotes hold together. */
	args: string;
	/** Milliseconds after time 0. */
	startAt: number;
	readonly env: Readonly<Record<string, string>>;
}

function rowsOf({ kind, programs }: ImportedFolder): ProgramRow[] {
	const isOnly = kind === 'programs' && programs.length === 1;
	return programs.map(({ process, chosen }) => ({
		file: process.file,
		role: process.role ?? 'client',
		isChosen: chosen || isOnly,
		name: process.name,
		args: joinArguments(process.args ?? []),
		startAt: process.startAt ?? 0,
		env: process.env ?? {}
	}));
}

export class ImportPlan {
	readonly folder: PickedFolder;
	/** What the folder is; null when it cannot be imported. Never changes. */
	readonly imported: ImportedFolder | null = $state.raw(null);
	/** Why the folder cannot be imported; empty when it can. */
	readonly problems: readonly Problem[];
	title: string = $state('');
	readonly rows: Readonly<SvelteMap<string, ProgramRow>> = new SvelteMap();

	constructor(folder: PickedFolder) {
		this.folder = folder;
		const parsed = importFolder(folder.files);
		this.imported = parsed.ok ? parsed.value : null;
		this.problems = parsed.ok ? [] : parsed.problems;
		if (!parsed.ok) return;
		this.title =
			parsed.value.scenario.title ?? (folder.name === '' ? importWords.now.myFolder : folder.name);
		for (const row of rowsOf(parsed.value)) this.rows.set(row.file, row);
	}

	/** Changes one row. */
	change(file: string, change: Partial<ProgramRow>): void {
		const row = this.rows.get(file);
		if (row !== undefined) this.rows.set(file, { ...row, ...change });
	}

	/** The processes the chosen rows stand for. */
	readonly processes: readonly ProcessSpec[] = $derived(
		[...this.rows.values()]
			.filter((row) => row.isChosen)
			.map(({ name, file, args, startAt, env, role }) => ({
				name: name.trim(),
				file,
				args: splitArguments(args),
				...(Object.keys(env).length > 0 ? { env } : {}),
				startAt,
				role
			}))
	);

	/** The scenario as it would be run, or what is wrong with what was typed. */
	readonly scenario: Parsed<Scenario> | null = $derived(
		this.imported === null ? null : withProcesses(this.imported.scenario, this.processes)
	);

	/** Nothing would happen: neither a cluster nor a process. */
	readonly isIdle: boolean = $derived(
		this.scenario?.ok === true &&
			this.scenario.value.pomelo === undefined &&
			this.scenario.value.processes.length === 0
	);

	/** What the programs ask for that is not here. */
	readonly unsupported: readonly UnsupportedUse[] = $derived(
		this.scenario?.ok === true ? unsupportedUses(this.scenario.value) : []
	);
}
