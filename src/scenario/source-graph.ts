// Which file of a folder leads to which: relative requires and imports resolved as Node.js does, without running anything.
import { moduleUses, type ModuleUse } from './module-uses.ts';
import type { FolderFiles } from './scenario-folder.ts';

/** Is this the path of a program or module that runs here? */
export const isScript = (path: string): boolean => /\.[cm]?js$/.test(path);

const isRelative = (specifier: string): boolean => /^\.{1,2}(?:\/|$)/.test(specifier);

/** Folder of a path, '' for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `a/b` and `../c` give `a/c`; null when it leaves the top. */
export function joinPath(folder: string, relative: string): string | null {
	const steps = folder === '' ? [] : folder.split('/');
	for (const step of relative.split('/')) {
		if (step === '' || step === '.') continue;
		if (step !== '..') steps.push(step);
		else if (steps.pop() === undefined) return null;
	}
	return steps.join('/');
}

/** The file a path without extension stands for: itself, with .js, .json or .cjs, or a folder's index.js. */
export function existingFile(files: FolderFiles, path: string): string | null {
	const slash = path === '' ? '' : `${path}/`;
	const candidates = [path, `${path}.js`, `${path}.json`, `${path}.cjs`, `${slash}index.js`];
	return candidates.find((candidate) => Object.hasOwn(files, candidate)) ?? null;
}

/** What the files of a folder ask for. */
export class SourceGraph {
	readonly #files: FolderFiles;
	readonly #uses = new Map<string, readonly ModuleUse[]>();

	constructor(files: FolderFiles) {
		this.#files = files;
	}

	/** The modules a file asks for by name or path. */
	uses(path: string): readonly ModuleUse[] {
		const known = this.#uses.get(path);
		if (known !== undefined) return known;
		const uses = isScript(path) ? moduleUses(this.#files[path] ?? '') : [];
		this.#uses.set(path, uses);
		return uses;
	}

	/** The file a relative specifier in `from` leads to: null when there is none, undefined when it is no relative one. */
	target(from: string, specifier: string): string | null | undefined {
		if (!isRelative(specifier)) return undefined;
		const path = joinPath(folderOf(from), specifier);
		if (path === null) return null;
		const found = existingFile(this.#files, path);
		if (found !== null) return found;
		return Object.hasOwn(this.#files, `${path}/package.json`) ? `${path}/package.json` : null;
	}

	/** The files these lead to, themselves included, each once, in the order they are met. */
	reachable(entries: readonly string[]): string[] {
		const seen = new Set<string>();
		const visit = (path: string): void => {
			if (seen.has(path)) return;
			seen.add(path);
			for (const { specifier } of this.uses(path)) {
				const target = this.target(path, specifier);
				if (typeof target === 'string') visit(target);
			}
		};
		entries.forEach(visit);
		return [...seen];
	}

	/** The scripts no other file asks for: what a person would start. */
	entries(): string[] {
		const scripts = Object.keys(this.#files).filter(isScript);
		const asked = new Set(
			scripts.flatMap((path) =>
				this.uses(path).flatMap(({ specifier }) => {
					const target = this.target(path, specifier);
					return typeof target === 'string' && target !== path ? [target] : [];
				})
			)
		);
		return scripts.filter((path) => !asked.has(path));
	}
}
