// A scenario as a file in the person's downloads: plain JSON, which `run` and "Open file..." read again.
import type { Scenario } from '#scenario';
import { fromShareText } from '../shared/share-text.ts';
import { keptText, type KeptScenario } from '../state/kept-scenario.ts';

/** Name of the file for a scenario. */
export const exportName = (scenario: Scenario): string =>
	`${scenario.id ?? 'roundtrip'}.scenario.json`;

/** Hands the scenario to the browser's downloads. */
export function exportScenario(scenario: Scenario): void {
	download(exportName(scenario), `${JSON.stringify(scenario, null, '\t')}\n`);
}

/** Hands a kept scenario with all its versions to the browser's downloads. */
export function exportKept(kept: KeptScenario): void {
	download(`${kept.id}.roundtrip.json`, keptText(kept));
}

function download(name: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}

/** The newest version of a kept scenario as a scenario; a damaged text gives no file. */
export function exportNewest({ id, title, versions }: KeptScenario): void {
	const parsed = fromShareText(versions.at(-1)?.text ?? '');
	if (parsed.ok) exportScenario({ ...parsed.value, id, title });
}
