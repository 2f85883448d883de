// A store of texts in memory, as large as a test wants it.
import type { KeyValueStore } from '../../../src/ui/state/preferences.svelte.ts';

/** Holds texts up to a length together, silently keeping nothing beyond, as local storage does here. */
export function storeOf(
	charactersMax = Infinity
): KeyValueStore & { readonly map: Map<string, string> } {
	const map = new Map<string, string>();
	return {
		map,
		get: (key) => map.get(key) ?? null,
		set(key, value) {
			const others = [...map].filter(([other]) => other !== key);
			const length = others.reduce((sum, [, text]) => sum + text.length, value.length);
			if (length <= charactersMax) map.set(key, value);
		},
		remove: (key) => void map.delete(key)
	};
}
