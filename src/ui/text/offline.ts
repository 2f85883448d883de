// Words about working without a network and about newer versions. Chinese: zh/offline.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'Without a network',
	/** Short, for a line at the foot of a page. */
	signs: {
		single: 'Works offline: all in this file',
		impossible: 'Needs a network',
		unasked: 'Not kept for offline use',
		preparing: 'Getting ready to work offline',
		ready: 'Ready to work offline',
		failed: 'Not ready to work offline'
	},
	/** The same at length. */
	details: {
		single: 'This page is one file. It needs no network, wherever the file lies.',
		impossible:
			'At this address the browser keeps no page for offline use: it does so for https:// only (and on your own machine). Everything else works.',
		unasked:
			'Your browser is set to save data, so nothing has been fetched beforehand. Keeping everything takes about 4 MB.',
		preparing: 'The rest of the page is being fetched, so that it will open without a network.',
		ready:
			'Everything is kept in this browser: the page, all lessons and the editor open without a network.',
		failed:
			'The page could not be kept in this browser. It works as long as there is a network. The browser said:'
	},
	keep: 'Keep it for offline use',
	tryAgain: 'Try again',
	readyNow: 'Roundtrip now works offline, too.',

	newer: 'A new version of Roundtrip is here.',
	keptOver: 'Your changes and your progress are kept.',
	notKept:
		'Your changes to this scenario are not kept in this browser and would be lost: export or share them first.',
	take: 'Reload now',
	later: 'Later'
};

export type OfflineWords = typeof english;
export const offlineWords = new Texts(english, () => import('./zh/offline.ts'));
