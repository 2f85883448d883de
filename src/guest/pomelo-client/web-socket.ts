// What the client needs of a browser's WebSocket: four states, a closing handshake, nothing received while closing.
// The frames are those of protocol `pomelo-client`, see pomelo/client-socket.ts.
// Source: the WebSocket interface, https://websockets.spec.whatwg.org/.

import type { WirePayload } from '../../sandbox/turn-batch.ts';
import type { Socket } from '../runtime/sockets.ts';
import type { ClientPlatform } from './platform.ts';

/** What happens to a connection. Exceptions in there are reported and end nothing. */
export interface WebSocketEvents {
	onOpen(): void;
	onMessage(frame: WirePayload): void;
	onError(event: { readonly type: string }): void;
	onClose(event: { readonly type: string; readonly code: number; readonly reason: string }): void;
}

export class WebSocket {
	readonly url: string;
	readyState: 0 | 1 | 2 | 3 = 0;
	readonly #platform: ClientPlatform;
	readonly #events: WebSocketEvents;
	readonly #socket: Socket;
	#closeCode = 1006;

	constructor(platform: ClientPlatform, host: string, port: number, events: WebSocketEvents) {
		this.url = `ws://${host}:${String(port)}`;
		this.#platform = platform;
		this.#events = events;
		this.#socket = platform.connect(host, port, 'pomelo-client', {
			onConnect: () => {
				if (this.readyState !== 0) return;
				this.readyState = 1;
				this.#run(() => {
					this.#events.onOpen();
				});
			},
			onRefused: () => {
				this.#run(() => {
					this.#events.onError({ type: 'error' });
				});
				this.#finish();
			},
			onData: (frame) => {
				if (this.readyState !== 1) return;
				this.#run(() => {
					this.#events.onMessage(frame);
				});
			},
			onClose: () => {
				this.#finish();
			}
		});
	}

	/** Throws while the connection is being opened, as browsers do; loses the frame once it is closing. */
	send(frame: WirePayload): void {
		if (this.readyState === 0) {
			const error = new Error(
				"Failed to execute 'send' on 'WebSocket': Still in CONNECTING state."
			);
			error.name = 'InvalidStateError';
			throw error;
		}
		if (this.readyState === 1) this.#socket.send(frame);
	}

	/** Starts the closing handshake; `onClose` follows when the server has answered. */
	close(): void {
		if (this.readyState >= 2) return;
		this.readyState = 2;
		this.#closeCode = 1000;
		this.#socket.send(['close', 1000]);
	}

	#finish(): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		const event = { type: 'close', code: this.#closeCode, reason: '' };
		this.#run(() => {
			this.#events.onClose(event);
		});
	}

	#run(fn: () => void): void {
		try {
			fn();
		} catch (error) {
			this.#platform.reportError(error);
		}
	}
}
