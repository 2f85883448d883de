// What a run came to, in the shape the command line prints (contract in ARCHITECTURE.md, "Command line").
import type { CallProtocol, CallStatus } from '#rpc/events';

export interface ProcessSummary {
	readonly stdout: readonly string[];
	readonly stderr: readonly string[];
	/** What the Pomelo framework itself logs. */
	readonly log: readonly string[];
	readonly exit: { readonly code: number | null; readonly reason: string | null };
	/** Interrupt polls used. */
	readonly steps: number;
}

export interface CallSummary {
	readonly id: string;
	readonly protocol: CallProtocol;
	readonly caller: string;
	readonly target: string;
	readonly server: string | null;
	readonly status: CallStatus;
	readonly latencyMs: number | null;
}

export interface RunSummary {
	readonly seed: number;
	/** Milliseconds from time 0 to the end of the run. */
	readonly virtualMs: number;
	readonly events: number;
	readonly digest: string;
	/** Virtual time of the scenario's time 0, in microseconds since the trace began (a Pomelo cluster boots before it). */
	readonly timeZeroUs: number;
	readonly processes: Readonly<Record<string, ProcessSummary>>;
	readonly calls: readonly CallSummary[];
}
