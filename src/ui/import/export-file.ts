// A scenario as a file in the person's downloads: plain JSON, which `run` and "Open file..." read again.
import type { Scenario } from '#scenario';
import { download } from '../shared/download.ts';
import { fromShareText } from '../shared/share-text.ts';
import { keptText, type KeptScenario } from '../state/kept-scenario.ts';

/** Name of the file for a scenario. */
export const exportName = (scenario: Scenario): string =>
	`${scenario.id ?? 'roundtrip'}.scenario.json`;

/** Hands the scenario to the browser's downloads. */
export function exportScenario(scenario: Scenario): void {
	save(exportName(scenario), `${JSON.stringify(scenario, null, '\t')}\n`);
}

/** Hands a kept scenario with all its versions to the browser's downloads. */
export function exportKept(kept: KeptScenario): void {
	save(`${kept.id}.roundtrip.json`, keptText(kept));
}

function save(name: string, text: string): void {
	download(new Blob([text], { type: 'application/json' }), name);
}

/** The newest version of a kept scenario as a scenario; a damaged text gives no file. */
export function exportNewest({ id, title, versions }: KeptScenario): void {
	const parsed = fromShareText(versions.at(-1)?.text ?? '');
	if (parsed.ok) exportScenario({ ...parsed.value, id, title });
}
