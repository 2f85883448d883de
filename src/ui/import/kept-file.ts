// A file with a scenario of somebody's own and all its versions, as the page exports it. Untrusted like any other file: it is
// taken whole, or not at all.
import { fromShareText } from '../shared/share-text.ts';
import { isKeptFile, readKept, type KeptScenario } from '../state/kept-scenario.ts';
import type { PickedFolder } from './picked-folder.ts';

export interface KeptFile {
	/** Null: damaged, or of a newer page. */
	readonly kept: KeptScenario | null;
}

/** The kept scenario a picked file holds; null when the file is something else. */
export function keptFileOf({ files }: Pick<PickedFolder, 'files'>): KeptFile | null {
	const text = files['scenario.json'];
	if (text === undefined || !isKeptFile(text)) return null;
	const kept = readKept(text);
	const isWhole = kept?.versions.every((version) => fromShareText(version.text).ok) === true;
	return { kept: isWhole ? kept : null };
}
