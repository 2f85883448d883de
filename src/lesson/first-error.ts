// The first error a run tells of: mostly why a check does not hold. A program may have died of it, or have caught it and written
// it on its error output, as the `app.js` of a Pomelo application does. Judging the run is run-checks.ts.
import { actorName } from '#kernel';
import type { EventList } from '#trace';

export interface RunError {
	readonly process: string;
	readonly message: string;
	/** `worker.js:14`; '' when it is not known. */
	readonly place: string;
	/** The program ended with it. */
	readonly isFatal: boolean;
}

/** @returns what the first program died of; when none did, the first error one wrote; null when there is none */
export function firstError(trace: EventList): RunError | null {
	let written: RunError | null = null;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		const process = actorName(event.actor);
		if (event.kind === 'process.exited' && event.data.reason === 'uncaught') {
			const { message, file, line } = event.data;
			const place = file === null ? '' : line === null ? file : `${file}:${String(line)}`;
			return { process, message: message ?? '', place, isFatal: true };
		}
		if (event.kind !== 'process.output' || event.data.stream !== 'stderr') continue;
		written ??= errorIn(process, event.data.text);
	}
	return written;
}

/** The error whose stack a text holds. */
function errorIn(process: string, text: string): RunError | null {
	const message = /\b[A-Z]\w*Error: .*/.exec(text)?.[0];
	if (message === undefined) return null;
	const place = /\/app\/(\S+\.js:\d+):\d+/.exec(text)?.[1] ?? '';
	return { process, message, place, isFatal: false };
}
