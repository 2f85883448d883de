// localStorage behind the KeyValueStore the state classes take. Storage that is full or forbidden is no error:
// then nothing is remembered.
import type { KeyValueStore } from './preferences.svelte.ts';

const prefix = 'roundtrip:';

export const browserStore: KeyValueStore = {
	get(key) {
		try {
			return localStorage.getItem(prefix + key);
		} catch {
			return null;
		}
	},
	set(key, value) {
		try {
			localStorage.setItem(prefix + key, value);
		} catch {
			// Nothing is remembered then; the page works all the same.
		}
	},
	remove(key) {
		try {
			localStorage.removeItem(prefix + key);
		} catch {
			// As above.
		}
	}
};
