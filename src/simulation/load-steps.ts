// Steps that come in a file of their own: the broker's. A run loads them when somebody is about to connect to it, and whoever
// folds the run's events needs them from there on.
import { needsBroker, provideBroker } from '#broker';
import type { Scenario } from '#scenario';

/** Are steps to be loaded before an event of this kind is applied? Never again once they are. */
export const needsSteps: (kind: string) => boolean = needsBroker;

/** Loads them, once. Rejects when they cannot be had, and may then be called again. */
export async function loadSteps(): Promise<void> {
	provideBroker(await import('#broker/steps'));
}

/** Begins to load what the scenario's programs name, so that the run need not wait for it. Nothing is decided by it. */
export function loadStepsAhead({ files }: Pick<Scenario, 'files'>): void {
	const isNamed = Object.values(files).some((text) => text.includes('amqplib'));
	// Who needs them asks again, and hears why they cannot be had.
	if (isNamed) loadSteps().catch(() => undefined);
}
