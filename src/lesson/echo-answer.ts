// An answer that does nothing but print what the solution prints, line by line at the same moments: what somebody hands in
// who has seen the output and not understood the task. A task must not be passed by it.
import { actorName } from '#kernel';
import type { EventList } from '#trace';
import type { Lesson } from './lesson-schema.ts';

interface Line {
	readonly ms: number;
	readonly text: string;
}

/**
 * @param solved a run of the solution
 * @returns the editable files that are programs, as echoes of the first process that runs them; empty when none is one
 */
export function echoAnswer(lesson: Lesson, solved: EventList): Readonly<Record<string, string>> {
	const answer: Record<string, string> = {};
	for (const path of lesson.editable) {
		const process = lesson.scenario.processes.find(({ file }) => file === path);
		if (process !== undefined) answer[path] = echoProgram(printedBy(process.name, solved));
	}
	return answer;
}

function printedBy(name: string, trace: EventList): readonly Line[] {
	const lines: Line[] = [];
	let startedAt = 0;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (!event.actor.startsWith('process:') || actorName(event.actor) !== name) continue;
		if (event.kind === 'process.started') startedAt = event.at;
		if (event.kind !== 'process.output' || event.data.stream !== 'stdout') continue;
		lines.push({ ms: (event.at - startedAt) / 1000, text: event.data.text });
	}
	return lines;
}

function echoProgram(lines: readonly Line[]): string {
	return lines
		.map(({ ms, text }) => {
			const print = `console.log(${JSON.stringify(text)})`;
			return `setTimeout(() => ${print}, ${String(Math.round(ms))});\n`;
		})
		.join('');
}
