// Which sockets a process holds, kept in step with what the network and the guest say.
import { noEffects, tell, type Effect } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { GuestDelivery } from './events.ts';
import type { ProcessState } from './process.ts';

/** A socket as the process knows it, by the guest's number for it. */
export interface ProcessSocket {
	readonly socketId: number;
	/** The link that carries what the guest sends; null until the peer accepted. */
	readonly link: ActorId | null;
	/** Does it keep the process alive? */
	readonly keepsAlive: boolean;
}

/** The process after a delivery about a socket, and whether the guest still wants to hear of it. */
export interface Tracked {
	readonly state: ProcessState;
	readonly effects: readonly Effect[];
	readonly wanted: boolean;
}

/** Notes what a delivery says about sockets; deliveries about sockets the guest has closed are not wanted. */
export function trackSocket(
	state: ProcessState,
	delivery: GuestDelivery,
	socket: { readonly socketId: number; readonly link: ActorId } | null
): Tracked {
	const unchanged: Tracked = { state, effects: noEffects, wanted: true };
	switch (delivery[0]) {
		case 'data':
			return { ...unchanged, wanted: isOpen(state.sockets.get(delivery[1] as number)) };
		case 'accepted':
			if (socket === null) return unchanged;
			return { ...unchanged, state: addSocket(state, { ...socket, keepsAlive: true }) };
		case 'connected': {
			if (socket === null) return unchanged;
			const asked = state.sockets.get(socket.socketId);
			// The guest closed the socket while it was being opened: hang up.
			if (asked === undefined) return { state, effects: [hangUp(socket.link)], wanted: false };
			const sockets = new Map(state.sockets);
			sockets.set(asked.socketId, { ...asked, link: socket.link });
			return { ...unchanged, state: { ...state, sockets } };
		}
		case 'refused':
		case 'closed': {
			const gone = state.sockets.get(delivery[1] as number);
			if (gone === undefined) return { ...unchanged, wanted: false };
			const effects = gone.link === null ? noEffects : [hangUp(gone.link)];
			return { state: removeSocket(state, gone), effects, wanted: true };
		}
		case 'immediates':
			return { ...unchanged, state: { ...state, immediate: false } };
		default:
			return unchanged;
	}
}

function isOpen(socket: ProcessSocket | undefined): boolean {
	return socket !== undefined && socket.link !== null;
}

/** Closes a link from this end; what was sent before still arrives. */
export function hangUp(link: ActorId): Effect {
	return tell(link, 'link.closing', { why: 'closed' });
}

export function addSocket(state: ProcessState, socket: ProcessSocket): ProcessState {
	const sockets = new Map(state.sockets);
	sockets.set(socket.socketId, socket);
	return {
		...state,
		sockets,
		aliveCount: state.aliveCount + (socket.keepsAlive ? 1 : 0)
	};
}

export function removeSocket(state: ProcessState, socket: ProcessSocket): ProcessState {
	const sockets = new Map(state.sockets);
	sockets.delete(socket.socketId);
	return {
		...state,
		sockets,
		aliveCount: state.aliveCount - (socket.keepsAlive ? 1 : 0)
	};
}
