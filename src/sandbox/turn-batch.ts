// What crosses the border between host and guest, as types only (the guest imports nothing else of the host).
// A turn is one delivery into the guest and the list of operations the guest asked for until it came to rest.
// Everything is positional and primitive: no objects, no JSON on this path.

/** A socket payload: a message of the protocol spoken on that socket, positional primitives. */
export type WirePayload = readonly (string | number | boolean | null | Uint8Array)[];

/** Host to guest: why the guest is called. The first item names the delivery. */
export type Delivery =
	/** Load and run the main file; argv, files and environment were set when the VM was made. */
	| readonly ['main']
	/** A timer armed by the guest is due. */
	| readonly ['timer', timerId: number]
	/** All immediates armed up to now run (each with its own ticks and microtasks drained). */
	| readonly ['immediates']
	/** The socket the guest asked for is open. */
	| readonly ['connected', socketId: number]
	/** Nobody listens there, or the peer is unreachable. `code` as Node.js names it, e.g. ECONNREFUSED. */
	| readonly ['refused', socketId: number, code: string]
	/** Somebody connected to a port this guest listens on. The host chose `socketId` (counts down from -1). */
	| readonly ['accepted', port: number, socketId: number, peer: string]
	/** Data from the peer. */
	| readonly ['data', socketId: number, payload: WirePayload]
	/** The peer closed the socket or vanished. No deliveries for this socket follow. */
	| readonly ['closed', socketId: number]
	/** Nothing is left that keeps the process alive: emit `beforeExit`, and end unless that made new work. */
	| readonly ['drain']
	/** A person asks this program to do something (an intervention), e.g. a client request. Words as given. */
	| readonly ['command', text: string];

/** Guest to host: what a turn asked for, in order. The first item names the operation. */
export type GuestOp =
	/** Open a socket. `socketId` is the guest's own count from 1. */
	| readonly ['connect', socketId: number, host: string, port: number, protocol: string]
	/** Accept sockets on a port. */
	| readonly ['listen', host: string, port: number, protocol: string]
	/** Stop accepting on a port. */
	| readonly ['unlisten', port: number]
	| readonly ['send', socketId: number, payload: WirePayload]
	| readonly ['close', socketId: number]
	/** A socket or listener stops (false) or resumes (true) keeping the process alive. */
	| readonly ['ref', socketId: number, keepsAlive: boolean]
	/** Arm a timer: due after `delayMs` (>= 1), again and again when `repeats`. */
	| readonly ['timer', timerId: number, delayMs: number, repeats: boolean]
	| readonly ['cleartimer', timerId: number]
	| readonly ['reftimer', timerId: number, keepsAlive: boolean]
	/** At least one immediate is waiting: call back with `immediates` as soon as due events have run. */
	| readonly ['immediate']
	/** Text without its final newline; may hold newlines. stdout and stderr are the program's; log is the framework's. */
	| readonly ['print', stream: 'stdout' | 'stderr' | 'log', text: string]
	/** A fact for the trace that only guest code knows, e.g. a router's decision. `json` is a flat JSON object. */
	| readonly ['note', kind: string, json: string]
	/** The process ends itself at once with this status (process.exit or nothing left to do is the host's call). */
	| readonly ['exit', code: number]
	/** The process dies of an uncaught error or rejection, already printed to stderr. File and line are the student's. */
	| readonly ['uncaught', message: string, file: string, line: number, column: number];

/** Why a limit stopped a guest. */
export type LimitReason =
	| 'out of steps'
	| 'out of memory'
	| 'stack overflow'
	| 'too many operations'
	| 'too many bytes'
	| 'too many timers'
	| 'too many turns';

/** What a turn came to. */
export interface TurnResult {
	/** Interrupt polls used (whole number, >= 0): the turn's price in virtual CPU time. */
	readonly polls: number;
	readonly ops: readonly GuestOp[];
	/** Set when a limit ended the process in this turn; `ops` then hold what it had asked for before. */
	readonly limit?: LimitReason;
}
