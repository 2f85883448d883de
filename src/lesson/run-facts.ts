// A run as plain data for a lesson's check scripts: what happened in words and numbers, nothing of how we keep it.
import {
	eventField,
	readFacts,
	traceIndex,
	type EventList,
	type TraceEvent,
	type TraceIndex
} from '#trace';
import { actorName } from '#kernel';
import { callsOf, type TraceCall } from './trace-calls.ts';

/** An event with the fields of its data and, on a wire, of the message. `lessons/README.md` lists the names. */
export type FactEvent = Readonly<Record<string, unknown>> & {
	readonly seq: number;
	readonly ms: number;
	readonly kind: string;
	readonly actor: string;
};

/** What a process printed and how it ended. */
export interface FactProcess {
	readonly stdout: readonly string[];
	readonly stderr: readonly string[];
	/** null: it is still running. */
	readonly exit: { readonly code: number | null; readonly reason: string | null } | null;
}

/** What a script is given. */
export interface RunFacts {
	readonly seed: number;
	/** Name of the fault plan; null for the run without one. */
	readonly plan: string | null;
	readonly calls: readonly TraceCall[];
	readonly processes: Readonly<Record<string, FactProcess>>;
	readonly events: readonly FactEvent[];
}

/** Fields of a message on a wire that a script can read, besides those of its method. */
const wireFields = ['from', 'to', 'protocol', 'method', 'shape', 'body', 'call'] as const;

/** The facts of a finished run. Times are virtual milliseconds since the trace began. */
export function runFacts(trace: EventList, seed: number, plan: string | null): RunFacts {
	const index = traceIndex(trace);
	const events: FactEvent[] = [];
	const processes: Record<
		string,
		{ stdout: string[]; stderr: string[]; exit: FactProcess['exit'] }
	> = {};
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		events.push(factEvent(event, index));
		if (!event.actor.startsWith('process:')) continue;
		const process = (processes[actorName(event.actor)] ??= { stdout: [], stderr: [], exit: null });
		if (event.kind === 'process.output' && event.data.stream !== 'log') {
			process[event.data.stream].push(...event.data.text.split('\n'));
		} else if (event.kind === 'process.exited') {
			process.exit = { code: event.data.code, reason: event.data.reason };
		} else if (event.kind === 'process.killed') process.exit = { code: null, reason: 'killed' };
		else if (event.kind === 'process.started') process.exit = null;
	}
	return { seed, plan, calls: callsOf(trace), processes, events };
}

function factEvent(event: TraceEvent, index: TraceIndex): FactEvent {
	const { payload: _, json: __, ...own } = event.data as Record<string, unknown>;
	const data = event.kind === 'process.note' ? { ...readFacts(event.data.json), ...own } : own;
	const base = { seq: event.seq, ms: event.at / 1000, kind: event.kind, actor: event.actor };
	const flight = index.flightOf(event.seq);
	if (flight === undefined) return { ...data, ...base };
	const wire = wireFields.flatMap((field) => {
		const value = eventField(event, field, index);
		return value === undefined ? [] : [[field, value] as const];
	});
	return { ...data, ...flight.message.fields, ...Object.fromEntries(wire), ...base };
}
