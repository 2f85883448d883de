// Sockets as libraries use them: message by message, positional primitives, no bytes and no streams.
// The host decides who is at the other end (another guest, the broker, the registry).

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { hostOp, hostSend, type SendOperation } from './host.ts';
import { countLive } from './liveness.ts';
import { MapPrototypeDelete, MapPrototypeGet, MapPrototypeSet } from './primordials.ts';

/** What a library wants to hear of a socket. Each call is a turn of its own; throwing there is an uncaught exception. */
export interface SocketHandlers {
	/** The connection stands; sends are allowed from the moment of asking, and wait until then. */
	onConnect?: () => void;
	/** Nobody listens, or the peer cannot be reached; `code` as Node.js names it (`ECONNREFUSED`). Nothing follows. */
	onRefused?: (code: string) => void;
	onData: (payload: WirePayload) => void;
	/** The peer closed the socket or vanished. Not called after one's own `close`. Nothing follows. */
	onClose?: () => void;
}

/** One end of a socket. */
export interface Socket {
	readonly id: number;
	/** The peer's name; '' on sockets one opened oneself. */
	readonly peer: string;
	/** False once closed by either side or refused. */
	readonly isOpen: boolean;
	/** Sends one message; ignored once the socket is closed. */
	send(payload: WirePayload): void;
	/** Sends what was made as an operation already (`send`, any number, the payload's items): for much traffic, without a copy. */
	sendMade(operation: SendOperation): void;
	/** Closes at the end of the turn, behind what was sent. Handlers are not called any more. */
	close(): void;
	/** Lets the process end while the socket is open. */
	unref(): void;
	ref(): void;
}

/** A port one listens on. */
export interface Listener {
	readonly port: number;
	/** Stops accepting; open sockets stay. */
	close(): void;
}

class GuestSocket implements Socket {
	readonly id: number;
	readonly peer: string;
	isOpen = true;
	handlers: SocketHandlers;
	#isRef = true;

	constructor(id: number, peer: string, handlers: SocketHandlers) {
		this.id = id;
		this.peer = peer;
		this.handlers = handlers;
		MapPrototypeSet(sockets, id, this);
		countLive(1);
	}

	send(payload: WirePayload): void {
		const operation: SendOperation = ['send', this.id];
		for (let index = 0; index < payload.length; index++) {
			operation[index + 2] = payload[index] as WirePayload[number];
		}
		this.sendMade(operation);
	}

	sendMade(operation: SendOperation): void {
		operation[1] = this.id;
		if (this.isOpen) hostSend(operation);
	}

	close(): void {
		if (!this.isOpen) return;
		this.end();
		hostOp('close', this.id);
	}

	unref(): void {
		this.#setRef(false);
	}

	ref(): void {
		this.#setRef(true);
	}

	/** No longer open, whoever closed it. */
	end(): void {
		this.isOpen = false;
		MapPrototypeDelete(sockets, this.id);
		if (this.#isRef) countLive(-1);
	}

	#setRef(isRef: boolean): void {
		if (!this.isOpen || this.#isRef === isRef) return;
		this.#isRef = isRef;
		countLive(isRef ? 1 : -1);
		hostOp('ref', this.id, isRef);
	}
}

type AcceptHandler = (socket: Socket) => SocketHandlers;

const sockets = new Map<number, GuestSocket>();
const listeners = new Map<number, AcceptHandler>();
let lastSocketId = 0;

/** Opens a socket. E.g. `connectSocket('localhost', 5672, 'amqp', { onData: (payload) => ... })`. */
export function connectSocket(
	host: string,
	port: number,
	protocol: string,
	handlers: SocketHandlers
): Socket {
	lastSocketId += 1;
	const socket = new GuestSocket(lastSocketId, '', handlers);
	hostOp('connect', socket.id, host, port, protocol);
	return socket;
}

/** Listens on a port of this machine. `onAccept` gets each new socket and gives its handlers (`onConnect` is not called). */
export function listenOnPort(
	host: string,
	port: number,
	protocol: string,
	onAccept: AcceptHandler
): Listener {
	MapPrototypeSet(listeners, port, onAccept);
	countLive(1);
	hostOp('listen', host, port, protocol);
	return {
		port,
		close() {
			if (!MapPrototypeDelete(listeners, port)) return;
			countLive(-1);
			hostOp('unlisten', port);
		}
	};
}

/** The socket stands. Private to the event loop, like the four below. */
export function socketConnected(id: number): void {
	const socket = MapPrototypeGet(sockets, id) as GuestSocket | undefined;
	socket?.handlers.onConnect?.();
}

export function socketRefused(id: number, code: string): void {
	const socket = forget(id);
	socket?.handlers.onRefused?.(code);
}

export function socketAccepted(port: number, id: number, peer: string): void {
	const onAccept = MapPrototypeGet(listeners, port) as AcceptHandler | undefined;
	if (onAccept === undefined) {
		hostOp('close', id);
		return;
	}
	const socket = new GuestSocket(id, peer, { onData() {} });
	socket.handlers = onAccept(socket);
}

export function socketData(id: number, payload: WirePayload): void {
	const socket = MapPrototypeGet(sockets, id) as GuestSocket | undefined;
	socket?.handlers.onData(payload);
}

export function socketClosed(id: number): void {
	const socket = forget(id);
	socket?.handlers.onClose?.();
}

function forget(id: number): GuestSocket | undefined {
	const socket = MapPrototypeGet(sockets, id) as GuestSocket | undefined;
	if (socket === undefined) return undefined;
	socket.end();
	return socket;
}
