// What a person may start from the page, and under which name. Pure.
import type { Scenario } from '#scenario';

/** Programs that can be started: those the scenario starts itself first. */
export function startableFiles(scenario: Scenario): readonly string[] {
	return [...new Set(scenario.processes.map((process) => process.file))].sort((a, b) => {
		const isClient = (file: string): number => (/client|chatter/.test(file) ? 0 : 1);
		return isClient(a) - isClient(b);
	});
}

/** A name no process of the scenario has yet: `rpc_client-2`, `rpc_client-3`, ... */
export function freeName(file: string, scenario: Scenario): string {
	const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[cm]?js$/, '');
	const taken = new Set([
		...scenario.processes.map((process) => process.name),
		...(scenario.interventions ?? []).flatMap((done) =>
			done.do === 'start' ? [done.process.name] : []
		)
	]);
	for (let number = 2; ; number++) {
		const name = `${base}-${String(number)}`;
		if (!taken.has(name)) return name;
	}
}

/** Arguments as a shell splits them: by spaces, quotes keep a piece together. */
export function splitArguments(text: string): string[] {
	return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
		([, double, single, plain]) => double ?? single ?? plain ?? ''
	);
}

/** The cursor's time in milliseconds after time 0, never before it. */
export function cursorMs(playback: {
	readonly clockUs: number;
	readonly timeZeroUs: number;
}): number {
	return Math.max(0, Math.round(playback.clockUs - playback.timeZeroUs) / 1000);
}
