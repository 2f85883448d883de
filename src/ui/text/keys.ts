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
		'zoom-in': 'Enlarge the stage',
		'zoom-out': 'Shrink the stage',
		fit: 'Fit the stage',
		editor: 'Go to the editor',
		stage: 'Go to the stage',
		clear: 'Clear the selection',
		help: 'Show these keys'
	} satisfies Record<KeyCommand, string>,
	runNow: 'Run the edited code at once',
	save: 'Save (edits are kept anyway)',
	note: 'Everything on the stage can be reached with Tab; Enter opens it in the inspector. The Events table tells the same story in words.'
};

export type KeyWords = typeof english;
export const keyWords = new Texts(english, () => import('./zh/keys.ts'));
