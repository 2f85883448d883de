// Which files of a folder are programs, with what arguments and when: a guess that a person may change. What a
// package.json starts, and every file that leads to a client library and that no other file asks for.
import { guessArguments } from './guess-arguments.ts';
import { packageStarts } from './package-scripts.ts';
import { SourceGraph, folderOf, isScript } from './source-graph.ts';
import type { ProcessSpec } from './scenario.ts';
import type { FolderFiles } from './scenario-folder.ts';

/** A program of a folder that can be started. */
export interface ProgramGuess {
	readonly process: ProcessSpec;
	/** Would it be started if nobody said anything? */
	readonly chosen: boolean;
}

/** Programs chosen by themselves at most; the others are offered. */
const chosenMax = 20;
/** Servers start at once, clients when those are ready; milliseconds after time 0. */
const clientStartMs = 300;

const libraries = /^(?:amqplib(?:\/callback_api)?|pomelo-jsclient-websocket)$/;
const sideFiles =
	/(?:^|\/)(?:tests?|specs?|__tests__|docs?|coverage)\/|\.(?:test|spec|config|min)\.[cm]?js$|(?:^|\/)(?:gulpfile|gruntfile)\.js$/i;
const clientNames =
	/client|send|emit|publish|produc|new_?task|request|caller|chatter|player|^user|bot/i;
const serverNames = /server|worker|receiv|consum|subscrib|service|listen|handler/i;

/** File name without folders and extension; `index` and `main` are called after their folder. */
export function programName(file: string): string {
	const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[cm]?js$/, '');
	const folder = folderOf(file).split('/').at(-1) ?? '';
	return (base === 'index' || base === 'main') && folder !== '' ? folder : base;
}

/** `client`, or `client-2`, `client-3`, ... when the name is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
	if (!taken.has(wanted)) return wanted;
	for (let number = 2; ; number++) {
		const name = `${wanted}-${number}`;
		if (!taken.has(name)) return name;
	}
}

function roleOf(name: string, source: string): 'client' | 'server' {
	if (clientNames.test(name)) return 'client';
	return serverNames.test(name) || /\.consume\s*\(/.test(source) ? 'server' : 'client';
}

/**
 * The programs of a folder, servers first.
 *
 * @param files the folder; not mutated
 * @param within only files for which this holds are looked at, e.g. those outside of a Pomelo application
 * @param taken names that processes already have
 */
export function guessPrograms(
	files: FolderFiles,
	within: (path: string) => boolean = () => true,
	taken: readonly string[] = []
): ProgramGuess[] {
	const graph = new SourceGraph(files);
	const starts = new Map(
		packageStarts(files)
			.filter(({ file }) => within(file))
			.map((start) => [start.file, start])
	);
	const talks = (path: string): boolean =>
		graph
			.reachable([path])
			.some((file) => graph.uses(file).some(({ specifier }) => libraries.test(specifier)));
	const offered = [
		...starts.keys(),
		...graph
			.entries()
			.filter(
				(path) => within(path) && !sideFiles.test(path) && !starts.has(path) && isScript(path)
			)
	];
	const names = new Set(['broker', ...taken]);
	let free = chosenMax;
	const guesses = offered.map((file): ProgramGuess => {
		const name = freeName(programName(file), names);
		names.add(name);
		const source = files[file] ?? '';
		const role = roleOf(programName(file), source);
		const start = starts.get(file);
		const args = start?.args ?? [];
		const isChosen = (start !== undefined || talks(file)) && free-- > 0;
		return {
			process: {
				name,
				file,
				args: args.length > 0 ? args : guessArguments(source),
				...(start?.env === undefined ? {} : { env: start.env }),
				startAt: role === 'client' ? clientStartMs : 0,
				role
			},
			chosen: isChosen
		};
	});
	const rank = ({ process, chosen }: ProgramGuess): number =>
		(chosen ? 0 : 2) + (process.role === 'server' ? 0 : 1);
	return guesses.toSorted((a, b) => rank(a) - rank(b));
}
