// What simulated machines record: processes, sockets between them, Pomelo membership. Types only.
import type { ActorId } from '#kernel/events';
import type { MessageFault, Micros } from '#kernel';
import type { RegistryEvent } from './server-registry.ts';

/** Why a guest is called; the same words as the sandbox's deliveries (see sandbox/turn-batch.ts). */
export type GuestDelivery = readonly [name: string, ...rest: readonly unknown[]];
/** What a guest asked for; the same words as the sandbox's operations. */
export type GuestOperation = readonly [name: string, ...rest: readonly unknown[]];

/** How a process came to its end. Absent while it runs. */
export interface ProcessExit {
	/** Exit status; null when it did not end by itself. */
	readonly code: number | null;
	/** null: by itself; `uncaught`, `killed`, or the limit that stopped it. */
	readonly reason: string | null;
}

export interface ProcessStarted {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly role: 'client' | 'server';
	/** Pomelo server type, `master` included; null for other programs. */
	readonly serverType: string | null;
	/** Virtual microseconds one interrupt poll costs. */
	readonly pollUs: Micros;
}

/** How long a process' turns take. */
export interface ProcessPace {
	/** Virtual microseconds one interrupt poll costs. */
	readonly pollUs: Micros;
	/** Virtual microseconds each turn takes besides its polls. */
	readonly turnUs: Micros;
}

export type ProcessEvent =
	| { readonly kind: 'process.started'; readonly data: ProcessStarted }
	/** Something for the guest arrived; a busy process lets it wait. */
	| {
			readonly kind: 'process.delivery';
			readonly data: {
				readonly delivery: GuestDelivery;
				/** With `accepted` and `connected`: the guest's number for the socket and the link it may send on. */
				readonly socket?: { readonly socketId: number; readonly link: ActorId };
			};
	  }
	/** A delivery that had to wait is now being handled. */
	| {
			readonly kind: 'turn.began';
			readonly data: { readonly delivery: GuestDelivery; readonly waitedUs: Micros };
	  }
	/** The guest came to rest; what it asked for happens now. */
	| {
			readonly kind: 'turn.ended';
			readonly data: {
				readonly polls: number;
				readonly operations: readonly GuestOperation[];
				/** The limit that ended the process in this turn, or null. */
				readonly limit: string | null;
			};
	  }
	| {
			readonly kind: 'process.output';
			readonly data: { readonly stream: 'stdout' | 'stderr' | 'log'; readonly text: string };
	  }
	/** A fact only guest code knows. `note` is its kind, e.g. `pomelo.route-decided`. */
	| {
			readonly kind: 'process.note';
			readonly data: { readonly note: string; readonly json: string };
	  }
	| {
			readonly kind: 'process.exited';
			readonly data: ProcessExit & {
				readonly message: string | null;
				readonly file: string | null;
				readonly line: number | null;
				readonly column: number | null;
			};
	  }
	/** A person or the scenario ends it, as SIGKILL does. */
	| { readonly kind: 'process.killed'; readonly data: Record<string, never> }
	/** It gets no processor until it is continued, as with SIGSTOP: its sockets stay, what arrives waits. */
	| { readonly kind: 'process.paused'; readonly data: Record<string, never> }
	/** It goes on where it was, as with SIGCONT. */
	| { readonly kind: 'process.continued'; readonly data: Record<string, never> }
	/** From its next turn on it is this fast. */
	| { readonly kind: 'process.slowed'; readonly data: ProcessPace }
	/** A timer the guest armed is due. */
	| { readonly kind: 'process.timer-due'; readonly data: { readonly timer: number } };

export type NetworkEvent =
	| { readonly kind: 'network.configured'; readonly data: NetworkConfigured }
	| {
			readonly kind: 'network.listen';
			readonly data: {
				readonly owner: ActorId;
				readonly node: string;
				readonly port: number;
				readonly protocol: string;
			};
	  }
	| {
			readonly kind: 'network.unlisten';
			readonly data: { readonly owner: ActorId; readonly port: number };
	  }
	/** All sockets and listeners of an actor go, as when its process dies. */
	| { readonly kind: 'network.gone'; readonly data: { readonly owner: ActorId } }
	| {
			readonly kind: 'network.connect';
			readonly data: {
				readonly from: ActorId;
				readonly node: string;
				readonly socketId: number;
				readonly host: string;
				readonly port: number;
				readonly protocol: string;
			};
	  }
	/** The request to connect reached the other end. */
	| { readonly kind: 'network.arrived'; readonly data: { readonly request: number } }
	| {
			readonly kind: 'network.faults';
			readonly data: {
				readonly from: string;
				readonly to: string;
				readonly fault: string;
				readonly count: number;
				readonly chance: number;
				readonly extraUs: Micros;
			};
	  }
	/** One message is chosen: the nth of its method on the connection-th connection between the two machines. */
	| {
			readonly kind: 'network.message';
			readonly data: MessageFault & {
				readonly from: string;
				readonly to: string;
				readonly connection: number;
			};
	  }
	/** The connection of a chosen message is there no more. */
	| {
			readonly kind: 'network.missed';
			readonly data: { readonly by: number; readonly why: string };
	  };

export interface NetworkConfigured {
	readonly latencyUs: Micros;
	readonly jitterUs: Micros;
	readonly between: readonly {
		readonly a: string;
		readonly b: string;
		readonly latencyUs: Micros;
	}[];
	readonly seed: number;
}

export type ClusterEvent = ProcessEvent | NetworkEvent | RegistryEvent;
