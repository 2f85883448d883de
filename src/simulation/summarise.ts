// What a run came to, read off its events and the actors' last states.
import { actorName, msFromMicros, type ActorSystem, type Micros } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { ProcessState } from '#cluster';
import type { PendingCallState } from '#rpc';
import { TraceDigest, type TraceEvent } from '#trace';
import type { CallSummary, ProcessSummary, RunSummary } from './run-summary.ts';

interface Lines {
	readonly stdout: string[];
	readonly stderr: string[];
	readonly log: string[];
}

/** The summary of the events so far. */
export function summarise(
	events: readonly TraceEvent[],
	system: ActorSystem,
	seed: number,
	timeZeroUs: Micros
): RunSummary {
	const digest = new TraceDigest();
	const lines = new Map<ActorId, Lines>();
	const calls: ActorId[] = [];
	for (const event of events) {
		digest.add(event);
		if (event.kind === 'process.started' && !lines.has(event.actor)) {
			lines.set(event.actor, { stdout: [], stderr: [], log: [] });
		} else if (event.kind === 'process.output') {
			lines.get(event.actor)?.[event.data.stream].push(...event.data.text.split('\n'));
		} else if (event.kind === 'call.started') calls.push(event.actor);
	}
	const last = events[events.length - 1]?.at ?? 0;
	return {
		seed,
		virtualMs: msFromMicros(Math.max(0, last - timeZeroUs)),
		events: events.length,
		digest: digest.value(),
		timeZeroUs,
		processes: Object.fromEntries(
			[...lines].map(([actor, printed]) => [
				actorName(actor),
				processSummary(system.stateOf(actor) as ProcessState, printed)
			])
		),
		calls: calls.map((actor) => callSummary(system.stateOf(actor) as PendingCallState))
	};
}

function processSummary(state: ProcessState, printed: Lines): ProcessSummary {
	return { ...printed, exit: state.exit ?? { code: null, reason: null }, steps: state.polls };
}

function callSummary(call: PendingCallState): CallSummary {
	const { status, endedAt, startedAt } = call;
	return {
		id: call.key,
		protocol: call.protocol,
		caller: call.caller,
		target: call.target,
		server: call.server,
		status,
		latencyMs: status === 'answered' && endedAt !== null ? msFromMicros(endedAt - startedAt) : null
	};
}
