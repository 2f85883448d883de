// Saving what is on the page: as a copy of its own, as a version, and going back to one.
import type { Scenario } from '#scenario';
import { fromShareText, toShareText } from '../shared/share-text.ts';
import type { OwnScenarios, Workspace } from '../state/index.ts';

/** Keeps the scenario with all changes under a title. */
export function keepCopy(
	own: OwnScenarios,
	current: Scenario,
	title: string
): ReturnType<OwnScenarios['add']> {
	return own.add(title, current.description ?? '', [versionOf(current, title, '')]);
}

/**
 * Saves a version of an own scenario; the changes are in it then, and no changes of it any more.
 * @returns whether the browser had room for it
 */
export async function saveVersion(
	own: OwnScenarios,
	id: string,
	workspace: Workspace,
	name: string
): Promise<boolean> {
	if (workspace.current === null) return false;
	const { text, savedAt } = versionOf(workspace.current, workspace.current.title ?? '', name);
	const isKept = await own.saveVersion(id, text, name, savedAt);
	if (isKept) workspace.draft.settle();
	return isKept;
}

/** Is there anything that the newest version does not hold? */
export function isNew(own: OwnScenarios, id: string, current: Scenario): boolean {
	const newest = fromShareText(own.text(id) ?? '');
	const title = current.title ?? '';
	return (
		!newest.ok || versionOf(newest.value, title, '').text !== versionOf(current, title, '').text
	);
}

function versionOf(current: Scenario, title: string, name: string) {
	// Where it is kept names it, not the scenario it began as.
	const { id: _, ...scenario } = current;
	return { savedAt: Date.now(), name, text: toShareText({ ...scenario, title }) };
}
