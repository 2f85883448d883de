// Words of the editor: files and what is done to them, and what is wrong with them.
import { Texts } from './texts.svelte.ts';

const english = {
	files: 'Files',
	edited: 'edited',
	run: 'Run',
	runHint: 'Compute the run anew (Ctrl or Cmd + Enter)',
	ran: 'Run computed anew',
	reset: 'Reset code',
	resetHint: 'Give all files their original text back',
	saved: 'Saved in this browser. Every edit is kept as you type.',
	edit: 'Edit',
	loading: 'Loading the editor…',
	loadAgain: 'Try to load the editor again',
	codeOf: (path: string) => `Code of ${path}, press Enter to edit`,
	undo: (what: string) => `Undo: ${what}`,
	redo: (what: string) => `Do again: ${what}`,
	undone: (what: string) => `Taken back: ${what}`,
	redone: (what: string) => `Done again: ${what}`,
	addFile: 'Add a file',
	fileMenu: (path: string) => `File ${path}: rename, remove`,
	rename: 'Rename…',
	remove: 'Remove',
	resetFile: 'Reset this file',
	addTitle: 'Add a file',
	renameTitle: (path: string) => `Rename ${path}`,
	path: 'Path and name',
	pathHint: 'With its folder, e.g. lib/retry.js. JavaScript, JSON or any text.',
	renameHint: 'Programs that require it by its old name have to be changed, too.',
	pathForm: 'Write folders with /, without a slash in front and without “..”.',
	pathTaken: 'There is a file or folder of that name.',
	add: 'Add',
	cancel: 'Cancel',
	close: 'Close',
	added: (path: string) => `Added ${path}`,
	removed: (path: string) => `Removed ${path}`,
	renamed: (from: string, to: string) => `Renamed ${from} to ${to}`,
	fileReset: (path: string) => `Reset ${path}`,
	lastFile: 'A scenario has at least one file.',
	runsIt: (names: string) => `${names} runs this file and would have nothing to run.`,
	problems: 'Problems',
	problemCount: (count: number) => (count === 1 ? '1 problem' : `${String(count)} problems`),
	line: (line: number) => `line ${String(line)}`,
	scenario: 'scenario',
	expectedFound: (where: string, expected: string, found: string) =>
		`${where === '' ? '' : `${where}: `}expected ${expected}, found ${found}`,
	notJson: (character: string) => `This is not JSON: “${character}” cannot stand here.`,
	jsonEnds: 'This is not JSON: it ends too early.',
	failedIn: (process: string, message: string) => `${process}: ${message}`
};

export type EditorWords = typeof english;
export const editorWords = new Texts(english, () => import('./zh/editor.ts'));
