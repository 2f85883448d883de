// Which sockets a process holds, kept in step with what the network and the guest say.
import { noEffects, tell, type Effect } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { GuestDelivery } from './events.ts';
import { processDraft, type ProcessState } from './process.ts';

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
	switch (delivery[0]) {
		case 'data':
			return tracked(state, isOpen(state.sockets.get(delivery[1] as number)));
		case 'accepted':
			if (socket === null) return tracked(state);
			return tracked(addSocket(state, { ...socket, keepsAlive: true }));
		case 'connected': {
			if (socket === null) return tracked(state);
			const asked = state.sockets.get(socket.socketId);
			// The guest closed the socket while it was being opened: hang up.
			if (asked === undefined) return { state, effects: [hangUp(socket.link)], wanted: false };
			const connected = processDraft(state);
			connected.sockets = new Map(state.sockets).set(asked.socketId, {
				...asked,
				link: socket.link
			});
			return tracked(connected);
		}
		case 'refused':
		case 'closed': {
			const gone = state.sockets.get(delivery[1] as number);
			if (gone === undefined) return tracked(state, false);
			const effects = gone.link === null ? noEffects : [hangUp(gone.link)];
			return { state: removeSocket(state, gone), effects, wanted: true };
		}
		case 'immediates': {
			const after = processDraft(state);
			after.immediate = false;
			return tracked(after);
		}
		default:
			return tracked(state);
	}
}

function tracked(state: ProcessState, wanted = true): Tracked {
	return { state, effects: noEffects, wanted };
}

function isOpen(socket: ProcessSocket | undefined): boolean {
	return socket !== undefined && socket.link !== null;
}

/** Closes a link from this end; what was sent before still arrives. */
export function hangUp(link: ActorId): Effect {
	return tell(link, 'link.closing', { why: 'closed' });
}

export function addSocket(state: ProcessState, socket: ProcessSocket): ProcessState {
	const after = processDraft(state);
	after.sockets = new Map(state.sockets).set(socket.socketId, socket);
	if (socket.keepsAlive) after.aliveCount += 1;
	return after;
}

export function removeSocket(state: ProcessState, socket: ProcessSocket): ProcessState {
	const sockets = new Map(state.sockets);
	sockets.delete(socket.socketId);
	const after = processDraft(state);
	after.sockets = sockets;
	if (socket.keepsAlive) after.aliveCount -= 1;
	return after;
}
