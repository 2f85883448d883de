// One Monaco editor over the files of the workspace: a model for each file, marks for errors, lit lines, the two keys.
// Told what to show; tells what was typed. Knows nothing of runs.
import type { LineRange } from '../state/index.ts';
import { monaco } from './monaco.ts';
import type { ListedProblem } from './problem-list.ts';

export interface CodeEditorEvents {
	/** The person changed a file. */
	edited(path: string, text: string): void;
	/** Ctrl/Cmd+Enter. */
	run(): void;
	/** Ctrl/Cmd+S. */
	save(): void;
}

/** Owner of the marks that come from the page; the checkers of the languages have their own. */
const ownMarks = 'page';

/** As the tokens of the plain code, in styles/base.css and presenter.css. */
const usualSize = { fontSize: 13, lineHeight: 20 };
const largeSize = { fontSize: 18, lineHeight: 27 };

export class CodeEditor {
	readonly #editor: monaco.editor.IStandaloneCodeEditor;
	readonly #events: CodeEditorEvents;
	readonly #models = new Map<string, monaco.editor.ITextModel>();
	readonly #viewStates = new Map<string, monaco.editor.ICodeEditorViewState | null>();
	readonly #lit: monaco.editor.IEditorDecorationsCollection;
	#shown = '';
	/** Set while a text comes from the workspace, not from the keyboard. */
	#isTakingOver = false;

	constructor(element: HTMLElement, events: CodeEditorEvents) {
		this.#events = events;
		this.#editor = monaco.editor.create(element, {
			model: null,
			automaticLayout: true,
			ariaLabel: 'Code',
			accessibilitySupport: 'auto',
			fixedOverflowWidgets: true,
			fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
			...usualSize,
			lineNumbersMinChars: 3,
			stickyScroll: { enabled: false },
			// As the plain code before it breaks lines (LightCode.svelte).
			wordWrap: 'on',
			wrappingIndent: 'none',
			wrappingStrategy: 'advanced',
			folding: false,
			glyphMargin: false,
			minimap: { enabled: false },
			overviewRulerLanes: 2,
			padding: { top: 8, bottom: 8 },
			scrollBeyondLastLine: false,
			tabSize: 2,
			// Keyboard users must get out of the editor: Ctrl+M switches this too.
			tabFocusMode: false
		});
		this.#lit = this.#editor.createDecorationsCollection();
		// A list of problems below takes room away: who types still sees where.
		this.#editor.onDidLayoutChange(() => {
			const place = this.#editor.getPosition();
			if (place !== null && this.#editor.hasTextFocus()) this.#editor.revealPosition(place);
		});
		const { KeyCode, KeyMod } = monaco;
		this.#editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => {
			events.run();
		});
		this.#editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, () => {
			events.save();
		});
	}

	/** Takes over the texts of all files; models of files that are gone go too. */
	setFiles(files: Readonly<Record<string, string>>): void {
		this.#isTakingOver = true;
		for (const [path, model] of this.#models) {
			if (Object.hasOwn(files, path)) continue;
			model.dispose();
			this.#models.delete(path);
		}
		for (const [path, text] of Object.entries(files)) {
			const model = this.#models.get(path) ?? this.#createModel(path, text);
			if (model.getValue() !== text) model.setValue(text);
		}
		this.#isTakingOver = false;
	}

	/** Shows a file, where it was scrolled to last time. */
	show(path: string): void {
		const model = this.#models.get(path);
		if (model === undefined || this.#editor.getModel() === model) return;
		this.#viewStates.set(this.#shown, this.#editor.saveViewState());
		this.#editor.setModel(model);
		this.#shown = path;
		const state = this.#viewStates.get(path);
		if (state !== undefined && state !== null) this.#editor.restoreViewState(state);
	}

	/** Marks on their lines what stops the run and what programs failed with. */
	mark(problems: readonly ListedProblem[]): void {
		for (const [path, model] of this.#models) {
			const markers = problems
				.filter((problem) => problem.file === path)
				.map(({ line, column, message }) => {
					const lineNumber = Math.min(Math.max(line, 1), model.getLineCount());
					return {
						severity: monaco.MarkerSeverity.Error,
						message,
						startLineNumber: lineNumber,
						startColumn: Math.min(column, model.getLineMaxColumn(lineNumber)),
						endLineNumber: lineNumber,
						endColumn: model.getLineMaxColumn(lineNumber)
					};
				});
			monaco.editor.setModelMarkers(model, ownMarks, markers);
		}
	}

	/** Reports the errors the languages' checkers find, now and whenever they change. @returns what ends it */
	watchCheckers(report: (found: readonly ListedProblem[]) => void): () => void {
		const tell = (): void => {
			report([...this.#models].flatMap(([path, model]) => checkedIn(path, model.uri)));
		};
		const watching = monaco.editor.onDidChangeMarkers(tell);
		tell();
		return () => {
			watching.dispose();
		};
	}

	/** Lights lines of the shown file: by the lesson, and those at work at the cursor. */
	light(pointed: readonly LineRange[], atWork: readonly LineRange[]): void {
		const decorate = (className: string, ranges: readonly LineRange[]) =>
			ranges
				.filter((range) => range.file === this.#shown)
				.map(({ from, to }) => ({
					range: new monaco.Range(from, 1, to, 1),
					options: { isWholeLine: true, className, linesDecorationsClassName: `${className}-edge` }
				}));
		this.#lit.set([...decorate('lit-pointed', pointed), ...decorate('lit-work', atWork)]);
	}

	/** Brings lines of the shown file into view. */
	reveal(range: LineRange): void {
		if (range.file === this.#shown) {
			this.#editor.revealLinesInCenterIfOutsideViewport(range.from, range.to);
		}
	}

	setTheme(theme: 'light' | 'dark'): void {
		monaco.editor.setTheme(`roundtrip-${theme}`);
	}

	/** Letters to be read from afar, or as usual. */
	setLarge(isLarge: boolean): void {
		this.#editor.updateOptions(isLarge ? largeSize : usualSize);
	}

	/** Begins where somebody read: the shown file stays scrolled by `top` pixels, the keyboard is at its first whole line. */
	takeOver(top: number): void {
		// It was hidden until now and does not know its size yet.
		this.#editor.layout();
		this.#editor.setScrollTop(top);
		if (top === 0) return;
		const first = this.#editor.getVisibleRanges()[0]?.startLineNumber ?? 1;
		this.#editor.setPosition({ lineNumber: first + 1, column: 1 });
	}

	/** Puts the keyboard into the editor, at a line if given. */
	focus(line?: number): void {
		if (line !== undefined) {
			this.#editor.setPosition({ lineNumber: line, column: 1 });
			this.#editor.revealLineInCenterIfOutsideViewport(line);
		}
		this.#editor.focus();
	}

	dispose(): void {
		this.#editor.dispose();
		for (const model of this.#models.values()) model.dispose();
	}

	#createModel(path: string, text: string): monaco.editor.ITextModel {
		const uri = monaco.Uri.parse(`file:///${path}`);
		const language = path.endsWith('.json') ? 'json' : 'javascript';
		monaco.editor.getModel(uri)?.dispose();
		const model = monaco.editor.createModel(text, language, uri);
		model.onDidChangeContent(() => {
			if (!this.#isTakingOver) this.#events.edited(path, model.getValue());
		});
		this.#models.set(path, model);
		return model;
	}
}

function checkedIn(file: string, resource: monaco.Uri): ListedProblem[] {
	return monaco.editor
		.getModelMarkers({ resource })
		.filter(({ owner, severity }) => owner !== ownMarks && severity === monaco.MarkerSeverity.Error)
		.map(({ startLineNumber, startColumn, message }) => ({
			file,
			line: startLineNumber,
			column: startColumn,
			message,
			from: 'checker'
		}));
}
