// What each key does, in words, for the help dialog. The keys themselves: shared/key-bindings.ts. Chinese: zh/keys.ts.
import type { KeyCommand, KeyGroup } from '../shared/key-bindings.ts';
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'Keys',
	close: 'Close',
	search: 'Find a key',
	none: 'No key does that. Everything on the page can also be reached with Tab.',
	space: 'Space',
	groups: {
		time: 'Time',
		steps: 'Other steps',
		moments: 'Bookmarks, loop, link',
		stage: 'Stage',
		places: 'Go to',
		page: 'Page',
		editor: 'In the editor'
	} satisfies Record<KeyGroup | 'editor', string>,
	does: {
		toggle: 'Play or pause',
		'step-forward': 'Step forward',
		'step-back': 'Step back',
		'event-forward': 'One event forward',
		'event-back': 'One event back',
		restart: 'Back to time 0',
		end: 'To the end of the run',
		slower: 'Play slower',
		faster: 'Play faster',
		cancel: 'Stop computing the run',
		'message-forward': 'To the next message that leaves or arrives',
		'message-back': 'To the message before',
		'turn-forward': 'To the end of the next turn of a program',
		'turn-back': 'To the turn before',
		'call-forward': 'To the next start or end of a call',
		'call-back': 'To the start or end of a call before',
		'selected-forward': 'To the next event of what is selected',
		'selected-back': 'To the event of what is selected before',
		'sought-forward': 'Run to the next event of the chosen kind',
		'sought-back': 'Back to the one before',
		'choose-step': 'Choose what a step is, or a kind to run to',
		bookmark: 'Set or remove a bookmark',
		'bookmark-forward': 'To the next bookmark',
		'bookmark-back': 'To the bookmark before',
		'loop-from': 'Loop from here',
		'loop-to': 'Loop to here',
		'loop-off': 'Stop looping',
		'copy-moment': 'Copy a link to this moment',
		'zoom-in': 'Enlarge the stage',
		'zoom-out': 'Shrink the stage',
		fit: 'Fit the stage',
		editor: 'Go to the editor',
		stage: 'Go to the stage',
		clear:
			'Leave presenter mode, else clear the selection (in the code, once its own lists are closed)',
		present: 'Presenter mode: large, one pane in the light',
		'pointer-light': 'Presenter mode: light around the pointer only',
		faults: 'Do something to what is selected: kill, pause, cut, lose …',
		undo: 'Undo what was done to the run',
		redo: 'Do it again',
		help: 'Show these keys'
	} satisfies Record<KeyCommand, string>,
	runNow: 'Run the edited code at once',
	save: 'Save (edits are kept anyway)',
	note: 'Everything on the stage can be reached with Tab; Enter opens it in the inspector. The Events table tells the same story in words. An address with ?present before the # opens in presenter mode.'
};

export type KeyWords = typeof english;
export const keyWords = new Texts(english, () => import('./zh/keys.ts'));
