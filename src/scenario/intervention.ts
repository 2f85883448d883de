// What a person (or the scenario) does to a run at a virtual time, as plain JSON. What it means is simulation/interventions.ts.
import type { ProcessSpec } from './scenario.ts';

/** Milliseconds after time 0, and what is done. */
export type Intervention = { readonly at: number } & (
	| StartIntervention
	| ProcessIntervention
	| SlowIntervention
	| RequestIntervention
	| LinkIntervention
	| MessageIntervention
	| BrokerIntervention
);

export interface StartIntervention {
	readonly do: 'start';
	readonly process: ProcessSpec;
}

export interface ProcessIntervention {
	/**
	 * restart: a process that has ended (or was configured) starts again with its own arguments; kill: as SIGKILL;
	 * pause: it gets no processor, as with SIGSTOP; continue: it goes on, as with SIGCONT.
	 */
	readonly do: 'restart' | 'kill' | 'pause' | 'continue';
	readonly process: string;
}

/** From its next turn on a process is slower; factor 1 and 0 ms: as before. A process that starts again has its own speed. */
export interface SlowIntervention {
	readonly do: 'slow';
	readonly process: string;
	/** What computing costs, as a multiple of the scenario's price of a poll. Default 1. */
	readonly factor?: number;
	/** Milliseconds each turn takes besides. Default 0. */
	readonly extraMs?: number;
}

/** Have a Pomelo client program send a request on its open connection. */
export interface RequestIntervention {
	readonly do: 'request';
	readonly process: string;
	readonly route: string;
	readonly message: unknown;
}

/**
 * Faults on the wires between two machines (a process name or `broker`), from `from` to `to`, or both ways. A fault stands
 * beside those of other kinds until the wire is mended.
 */
export interface LinkIntervention {
	readonly do: 'link';
	readonly from: string;
	readonly to: string;
	readonly both?: boolean;
	readonly fault: 'cut' | 'mend' | 'drop' | 'duplicate' | 'delay' | 'reorder';
	/** Messages touched (-1: all from now on). Default 1 for drop and duplicate, -1 else. */
	readonly count?: number;
	/** Parts in 10,000. Default 10,000. */
	readonly chance?: number;
	readonly extraMs?: number;
}

/**
 * A fault of one message that is still to be sent: the `nth` (from 1) of its method on the `connection`-th connection
 * between the two machines. Counting by method keeps the same message meant when a program comes to send other things
 * before it; where there is no such message any more, or it was sent before, the run says so.
 */
export interface MessageIntervention {
	readonly do: 'message';
	readonly from: string;
	readonly to: string;
	/** Default 1. */
	readonly connection?: number;
	/** AMQP method or kind of package, e.g. `basic.publish`, `request`. */
	readonly method: string;
	readonly nth: number;
	readonly fault: 'drop' | 'duplicate' | 'delay' | 'reorder';
	/** For delay and reorder. Default 100. */
	readonly extraMs?: number;
}

/**
 * The broker is stopped and started again after `downMs` (default 1,000): durable things and persistent messages
 * survive. Or it runs low on memory and blocks who publishes, until it is cleared.
 */
export interface BrokerIntervention {
	readonly do: 'broker';
	readonly what: 'restart' | 'memory-alarm' | 'memory-clear';
	readonly downMs?: number;
}
