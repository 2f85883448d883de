// Offline in this browser: what it needs of the browser, and who tells the person. Loaded behind the first picture.
import type { View } from '../state/index.ts';
import { offlineWords } from '../text/offline.ts';
import { Offline } from './offline.svelte.ts';

declare global {
	interface Navigator {
		/** Only in browsers made of Chromium. */
		readonly connection?: { readonly saveData?: boolean };
	}
}

/** @param view where it is said, once, that the page works without a network from now on */
export function createOffline(view: View): Offline {
	// A page from a file has the object in some browsers, and it refuses every registration.
	const canKeep =
		import.meta.env.PROD && 'serviceWorker' in navigator && location.protocol.startsWith('http');
	const offline = new Offline({
		serviceWorkers: canKeep ? navigator.serviceWorker : undefined,
		isSingleFile: import.meta.env.MODE === 'single',
		savesData: navigator.connection?.saveData === true,
		now: () => performance.now(),
		reload: () => {
			location.reload();
		}
	});
	offline.onReady = () => {
		view.say(offlineWords.now.readyNow, 'offline');
	};
	return offline;
}
