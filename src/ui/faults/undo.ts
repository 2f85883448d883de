// The keys' way to take back what the person did last and to do it again, and say so.
import type { PageState } from '../state/index.ts';
import { isUntouched } from '../state/scenario-edits.ts';
import { faultWords } from '../text/faults.ts';

export function undo({ workspace, view }: PageState): void {
	const words = faultWords.now;
	const label = workspace.history.undo();
	// What was typed is taken back where the caret is: a person who looks for it here is told so.
	const nothing = isUntouched(workspace.draft.edits) ? words.nothingToUndo : words.onlyTyping;
	view.say(label === null ? nothing : words.undone(label), 'undone');
}

export function redo({ workspace, view }: PageState): void {
	const words = faultWords.now;
	const label = workspace.history.redo();
	view.say(label === null ? words.nothingToRedo : words.redone(label), 'redone');
}
