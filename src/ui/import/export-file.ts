// A scenario as a file in the person's downloads: plain JSON, which `run` and "Open file..." read again.
import type { Scenario } from '#scenario';
import { fromShareText } from '../shared/share-text.ts';

/** Name of the file for a scenario. */
export const exportName = (scenario: Scenario): string =>
	`${scenario.id ?? 'roundtrip'}.scenario.json`;

/** Hands the scenario to the browser's downloads. */
export function exportScenario(scenario: Scenario): void {
	const text = `${JSON.stringify(scenario, null, '\t')}\n`;
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = exportName(scenario);
	link.click();
	URL.revokeObjectURL(address);
}

/** The same for a scenario kept as a share text, under this id; a damaged text gives no file. */
export function exportText(text: string, id: string): void {
	const parsed = fromShareText(text);
	if (parsed.ok) exportScenario({ ...parsed.value, id });
}
