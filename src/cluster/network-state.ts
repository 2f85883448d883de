// What the network knows: who listens where, which sockets are open, and what a person wants to happen on wires.
import type { LinkFault, MessageFault, NameMap, OrderedMap } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { NetworkConfigured } from './events.ts';

/** The network's own name. */
export const network: ActorId = 'network:main';

/** Somebody who accepts sockets on a port. */
export interface Listener {
	/** Who the socket belongs to when it is accepted: a process, or `broker:main`. */
	readonly owner: ActorId;
	readonly node: string;
	readonly port: number;
	readonly protocol: string;
}

/** One end of a socket. */
export interface End {
	readonly owner: ActorId;
	readonly node: string;
	/** The link that carries what this end sends. */
	readonly link: ActorId;
}

export interface Socket {
	readonly client: End;
	readonly server: End;
	/** The how-manieth connection between these two machines it is, from 1. */
	readonly ordinal: number;
}

export interface Request {
	readonly from: ActorId;
	readonly node: string;
	readonly socketId: number;
	readonly port: number;
	readonly protocol: string;
}

export interface WireFault {
	readonly from: string;
	readonly to: string;
	readonly faults: readonly LinkFault[];
	readonly cut: boolean;
}

/** A message somebody chose on a connection that is still to be opened. */
export interface ChosenMessage {
	readonly from: string;
	readonly to: string;
	readonly connection: number;
	readonly fault: MessageFault;
}

/** The network actor's state. */
export interface NetworkState {
	readonly config: NetworkConfigured;
	readonly listeners: ReadonlyMap<number, Listener>;
	readonly requests: OrderedMap<Request>;
	readonly sockets: OrderedMap<Socket>;
	/** Sockets opened and requests made so far. */
	readonly socketCount: number;
	readonly requestCount: number;
	/** Faults that apply to sockets opened from now on. */
	readonly wireFaults: readonly WireFault[];
	/** Connections opened so far between two machines, by pairKey. */
	readonly pairCounts: NameMap<number>;
	readonly chosen: readonly ChosenMessage[];
}

/** The same text for two machines in either order. */
export function pairKey(a: string, b: string): string {
	return a < b ? `${a}:${b}` : `${b}:${a}`;
}
