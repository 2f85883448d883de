// Whether the real editor is there yet, and the instance. Monaco is loaded when somebody wants to edit, not before.
import type { CodeEditor, CodeEditorEvents } from './code-editor.ts';
import type { ListedProblem } from './problem-list.ts';

export class EditorState {
	#status: 'light' | 'loading' | 'ready' | 'failed' = $state('light');
	#editor: CodeEditor | null = $state.raw(null);
	#found: readonly ListedProblem[] = $state.raw([]);
	#endWatch: () => void = () => undefined;
	/** Where the editor goes. */
	host: HTMLDivElement | undefined = $state.raw();

	get status(): 'light' | 'loading' | 'ready' | 'failed' {
		return this.#status;
	}

	/** The editor once it is ready. */
	get editor(): CodeEditor | null {
		return this.#editor;
	}

	/** What the editor's checkers find in the files. */
	get found(): readonly ListedProblem[] {
		return this.#found;
	}

	/** Loads the editor unless that has begun. Resolves when it is ready; says so by `status` when it cannot be had. */
	async load(events: CodeEditorEvents): Promise<CodeEditor | null> {
		if (this.#status === 'ready' || this.#status === 'loading') return this.#editor;
		this.#status = 'loading';
		try {
			const { CodeEditor } = await import('./code-editor.ts');
			if (this.host === undefined) return null;
			const editor = new CodeEditor(this.host, events);
			this.#editor = editor;
			this.#endWatch = editor.watchCheckers((found) => {
				this.#found = found;
			});
			this.#status = 'ready';
		} catch {
			this.#status = 'failed';
		}
		return this.#editor;
	}

	dispose(): void {
		this.#endWatch();
		this.#found = [];
		this.#editor?.dispose();
		this.#editor = null;
		this.#status = 'light';
	}
}
