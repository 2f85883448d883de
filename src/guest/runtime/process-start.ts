// What must happen anew in each process: the image is booted once and copied, so anything that differs between
// processes (arguments, environment, seeds, clock) is set up by the functions given here.

/** What a process is started with. */
export interface ProcessFacts {
	/** The process' name in the scenario, e.g. `rpc-server-1`. */
	readonly name: string;
	/** Main file as an absolute path, e.g. `/app/rpc_server.js`. */
	readonly mainPath: string;
	/** Words after the file. */
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	/** Milliseconds since 1970 at virtual time 0. */
	readonly startTimeMs: number;
	/** The simulated process id. */
	readonly pid: number;
	/** Host name of the simulated machine. */
	readonly hostname: string;
	/** Virtual time of its start, microseconds. */
	readonly startedAtUs: number;
}

const starters: ((facts: ProcessFacts) => void)[] = [];
let current: ProcessFacts | undefined;

/** Runs `fn` in each process after its image was copied and before its main file is loaded, in the order given. */
export function onProcessStart(fn: (facts: ProcessFacts) => void): void {
	starters[starters.length] = fn;
}

/** The facts of this process; undefined while the image boots. */
export function processFacts(): ProcessFacts | undefined {
	return current;
}

/** Starts the process. Private to the event loop. */
export function startProcess(facts: ProcessFacts): void {
	current = facts;
	for (let index = 0; index < starters.length; index++) starters[index]?.(facts);
}
