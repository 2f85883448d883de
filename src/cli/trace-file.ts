// A trace as a file of JSON lines: one event per line, bytes as {"$bytes": "<hex>"}.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { TraceEvent } from '#trace';

const bytesAsHex = (_key: string, value: unknown): unknown =>
	value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('hex') } : value;

/** Write all events; the file is replaced. Lines are gathered so that a large trace needs few writes. */
export function writeTraceFile(path: string, events: readonly TraceEvent[]): void {
	const file = openSync(path, 'w');
	try {
		const batch = 1000;
		for (let from = 0; from < events.length; from += batch) {
			const lines = events
				.slice(from, from + batch)
				.map((e) => `${JSON.stringify(e, bytesAsHex)}\n`);
			writeSync(file, lines.join(''));
		}
	} finally {
		closeSync(file);
	}
}
