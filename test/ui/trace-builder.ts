// Small traces by hand for tests of the page: only the kinds of events that playing cares about.
import { Trace } from '../../src/trace/index.ts';

type Line = readonly [
	what: 'send' | 'deliver' | 'drop' | 'begin' | 'end' | 'note' | 'zero',
	at: number
];

const shapes = {
	send: { actor: 'link:1>', kind: 'link.sent', data: { payload: ['request', 1] } },
	deliver: {
		actor: 'link:1>',
		kind: 'link.delivered',
		data: { id: 1, payload: ['request', 1], sentSeq: 0 }
	},
	drop: { actor: 'link:1>', kind: 'link.dropped', data: { payload: ['request', 1], why: 'cut' } },
	begin: { actor: 'process:a', kind: 'turn.began', data: { delivery: ['main'], waitedUs: 0 } },
	end: { actor: 'process:a', kind: 'turn.ended', data: { polls: 1, operations: [], limit: null } },
	note: { actor: 'run:main', kind: 'run.boot-overdue', data: {} },
	zero: { actor: 'run:main', kind: 'run.time-zero', data: { clusterIsUp: true } }
} as const;

/** A trace of one event a line; every event but the first is caused by the one before. */
export function traceOf(...lines: readonly Line[]): Trace {
	const trace = new Trace();
	trace.append(lines.map(([what, at], seq) => ({ seq, at, cause: seq - 1, ...shapes[what] })));
	return trace;
}
