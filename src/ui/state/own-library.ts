// The person's own scenarios where this browser keeps them.
import { browserDocuments } from './document-store.ts';
import { OwnScenarios } from './own-scenarios.svelte.ts';
import type { KeyValueStore } from './preferences.svelte.ts';

/** @param store where an earlier page kept them, and where their edits are */
export function loadOwnScenarios(store: KeyValueStore): Promise<OwnScenarios> {
	return OwnScenarios.load(browserDocuments, store);
}
