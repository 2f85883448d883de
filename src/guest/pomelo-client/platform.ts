// What the browser client needs of the machine it runs on. Types only; see pomelo/platform.ts for the server's side.

import type { Socket, SocketHandlers } from '../runtime/sockets.ts';

export interface ClientPlatform {
	connect(host: string, port: number, protocol: string, handlers: SocketHandlers): Socket;
	setTimer(fn: () => void, delayMs: number): unknown;
	clearTimer(timer: unknown): void;
	nowMs(): number;
	/** The library's own console lines, never on stdout. */
	log(text: string): void;
	/** Calls `fn` with what a person asks the running program to do. */
	onCommand(fn: (text: string) => void): void;
	/** An exception in an event handler: a page reports it and lives on. */
	reportError(error: unknown): void;
	/** The program that uses the client is a page's script: what its timers and promises throw ends nothing either. */
	liveAsPage(): void;
}
