// Which programs print something else in a later run than in an earlier one, times aside. Pure.
import type { EventList } from '#trace';

/** Names of the processes whose output differs in what it says, in the order they first print. The framework's log is left out. */
export function printedDifferently(before: EventList, after: EventList): readonly string[] {
	const old = printedBy(before);
	const now = printedBy(after);
	return [...new Set([...old.keys(), ...now.keys()])].filter(
		(process) => old.get(process) !== now.get(process)
	);
}

function printedBy(run: EventList): Map<string, string> {
	const texts = new Map<string, string[]>();
	for (let seq = 0; seq < run.length; seq++) {
		const event = run.event(seq);
		if (event.kind !== 'process.output' || event.data.stream === 'log') continue;
		const process = event.actor.slice('process:'.length);
		const known = texts.get(process);
		const line = `${event.data.stream} ${event.data.text}`;
		if (known === undefined) texts.set(process, [line]);
		else known.push(line);
	}
	return new Map([...texts].map(([process, lines]) => [process, lines.join('\n')]));
}
