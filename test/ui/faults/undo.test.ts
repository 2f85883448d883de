import { beforeEach, expect, test } from 'vitest';
import { undo } from '../../../src/ui/faults/undo.ts';
import type { PageState } from '../../../src/ui/state/index.ts';
import { noEdits, type ScenarioEdits } from '../../../src/ui/state/scenario-edits.ts';
import { UndoHistory } from '../../../src/ui/state/undo-history.svelte.ts';

let said: string[];
const history = new UndoHistory();

/** Presses the key on a page with these edits. Gives what the page says. */
function press(edits: ScenarioEdits): string {
	const view = { say: (text: string) => said.push(text) };
	undo({ view, workspace: { history, draft: { edits } } } as unknown as PageState);
	return said.at(-1) ?? '';
}

beforeEach(() => {
	said = [];
	history.clear();
});

const typed = { ...noEdits, files: { 'servers.json': ')(' } };

test('what was done last is taken back and named', () => {
	const step = { label: 'Killed server', undo: () => step };
	history.push(step);
	expect(press(typed)).toBe('Undone: Killed server');
});

test('where only typing is left the page says who takes it back', () => {
	expect(press(typed)).toContain('taken back in the editor');
});

test('where nothing was changed there is nothing to undo', () => {
	expect(press(noEdits)).toBe('Nothing to undo.');
});
