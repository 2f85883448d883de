// A scenario: everything that determines a run, as plain JSON. Untrusted until parse-scenario.ts has read it.
// Times in a scenario are milliseconds after time 0 (for a Pomelo cluster: the moment all servers are up).
import type { Limits } from '#kernel';
import type { Intervention } from './intervention.ts';

/** A program to run. */
export interface ProcessSpec {
	/** Unique; the name on the stage and the key in results. */
	readonly name: string;
	/** Path among the scenario's files. */
	readonly file: string;
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly startAt?: number;
	readonly killAt?: number;
	/** Where it stands on the stage; guessed when absent. */
	readonly role?: 'client' | 'server';
}

/** A Pomelo application among the files: its servers come from config/servers.json and config/master.json. */
export interface PomeloSpec {
	/** Folder of the application among the scenario's files, '' for the top. */
	readonly dir: string;
	readonly env: string;
	/** The release whose way of telling callers of failed remote calls applies. Default 2.2.7. */
	readonly profile?: '2.2.7' | '1.2' | '0.8';
	/** In which order the servers join, and stand in every server list: as in servers.json (default), or by chance of the seed. */
	readonly startOrder?: 'file' | 'shuffled';
}

/** Latencies one way. */
export interface LinkSpec {
	/** Default 10. */
	readonly latencyMs?: number;
	/** Default 0: extra, drawn evenly from 0 to this. */
	readonly jitterMs?: number;
	/** Exceptions between two machines, both ways. */
	readonly between?: readonly {
		readonly a: string;
		readonly b: string;
		readonly latencyMs: number;
	}[];
}

export interface Scenario {
	readonly version: 1;
	readonly id?: string;
	readonly title?: string;
	readonly description?: string;
	/** Path to source text. Paths use forward slashes, no leading slash, no `..`. */
	readonly files: Readonly<Record<string, string>>;
	readonly processes: readonly ProcessSpec[];
	readonly pomelo?: PomeloSpec;
	readonly links?: LinkSpec;
	/** The release of RabbitMQ the broker behaves like. Default 3.10. */
	readonly brokerVersion?: '3.10' | '4.0' | '4.3';
	readonly interventions?: readonly Intervention[];
	/** 32-bit unsigned. Default 1. */
	readonly seed?: number;
	readonly limits?: Partial<Limits>;
	/** Virtual microseconds one interrupt poll costs. Default 100. */
	readonly pollUs?: number;
	/** ISO date-time of time 0. Default 2025-01-01T09:00:00Z. */
	readonly startDate?: string;
	/** The run's end. Default 60,000 or quiescence, whichever comes first. */
	readonly durationMs?: number;
}
