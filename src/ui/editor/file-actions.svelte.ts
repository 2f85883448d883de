// What a person does to the files as a whole: add, rename, remove, reset. Says what was done; all of it can be taken back.
import type { PageState } from '../state/index.ts';
import { editorWords } from '../text/editor.ts';

/** A name is asked for: of a new file (null), or the new name of this one. */
export interface AskedName {
	readonly rename: string | null;
}

export class FileActions {
	readonly #page: PageState;
	#asked: AskedName | null = $state.raw(null);

	constructor(page: PageState) {
		this.#page = page;
	}

	/** What a name is asked for; null when none is. */
	get asked(): AskedName | null {
		return this.#asked;
	}

	ask(asked: AskedName): void {
		this.#asked = asked;
	}

	/**
	 * The person named the file, or gave it up (null).
	 * @returns the file to be shown; null when nothing was done
	 */
	answer(path: string | null): string | null {
		const rename = this.#asked?.rename ?? null;
		this.#asked = null;
		if (path === null || path === rename) return null;
		const { draft } = this.#page.workspace;
		const words = editorWords.now;
		if (rename === null) draft.addFile(path, '', this.#say(words.added(path)));
		else draft.renameFile(rename, path, this.#say(words.renamed(rename, path)));
		return path;
	}

	/** Removes a file unless it is needed; says why otherwise. @returns whether it is gone */
	remove(path: string): boolean {
		const { workspace, view } = this.#page;
		const words = editorWords.now;
		const runs = (workspace.current?.processes ?? []).filter((process) => process.file === path);
		if (runs.length > 0) {
			view.say(words.runsIt(runs.map((process) => process.name).join(', ')), 'refused');
			return false;
		}
		if (Object.keys(workspace.files).length < 2) {
			view.say(words.lastFile, 'refused');
			return false;
		}
		workspace.draft.removeFile(path, this.#say(words.removed(path)));
		return true;
	}

	reset(path: string): void {
		this.#page.workspace.draft.resetFiles(this.#say(editorWords.now.fileReset(path)), path);
	}

	#say(done: string): string {
		this.#page.view.say(done, 'files');
		return done;
	}
}
