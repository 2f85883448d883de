// Where frames wait until their turn is over. Each channel fills an outbox of its own; the mux of the connection empties
// them onto the socket when the turn ends, one frame of each channel in rotation. What a program publishes before it calls
// process.exit or connection.close in the same turn therefore never leaves, as with the real library.
// Source: reference amqp.md sections 2 and 3 (buffering, the limit of 2046 messages).

import { setImmediate } from '../runtime/immediates.ts';
import type { Socket } from '../runtime/sockets.ts';
import { beforeTurnEnds } from '../runtime/turn-end.ts';
import type { Frame } from './method-fields.ts';

/** Frames one turn may put on the socket; the rest follows in the next turns (the host ends a process that asks for too much). */
const turnFramesMax = 4096;
/** Bytes of content one turn may put on the socket. */
const turnBytesMax = 4 * 1024 * 1024;
/** Contents from this size on are written frame by frame, and are not copied when published. */
export const largeContent = 2048;
/** Content bytes of one AMQP frame: RabbitMQ's frame-max of 131072 without the frame's own 8 bytes. */
const frameContentBytes = 131064;
/** Node.js' stream default in amqplib, in frames; a channel has two such stages. */
const defaultHighWaterMark = 1024;

/** Told when a full outbox is empty again. */
interface Owner {
	drained(): void;
}

/** The buffer of one channel. */
export class Outbox {
	readonly #owner: Owner;
	readonly #capacity: number;
	#frames: Frame[] = [];
	#next = 0;
	/** Writes beyond one per frame, for contents written in several pieces. */
	#extraWrites = 0;
	#wasFull = false;
	/** True while the mux has it in its rotation. */
	isListed = false;

	constructor(owner: Owner, highWaterMark: number | undefined) {
		this.#owner = owner;
		this.#capacity = 2 * (highWaterMark ?? defaultHighWaterMark) - 2;
	}

	/** Adds a frame. False when the buffer is now full. */
	add(frame: Frame): boolean {
		const length = this.#frames.length + 1;
		this.#frames[length - 1] = frame;
		if (length - this.#next + this.#extraWrites <= this.#capacity) return true;
		this.#wasFull = true;
		return false;
	}

	/** Adds a frame with its content behind it. */
	addMessage(frame: Frame, content: Uint8Array): boolean {
		if (content.length >= largeContent) {
			this.#extraWrites += ((content.length / frameContentBytes) | 0) + 1;
		}
		frame[frame.length] = content;
		return this.add(frame);
	}

	/** Takes the oldest frame; undefined when there is none. */
	take(): Frame | undefined {
		if (this.#next === this.#frames.length) return undefined;
		const frame = this.#frames[this.#next];
		this.#next += 1;
		return frame;
	}

	/** Everything has left. Tells the owner in a later turn if it was held back. */
	emptied(): void {
		this.#frames = [];
		this.#next = 0;
		this.#extraWrites = 0;
		this.isListed = false;
		if (!this.#wasFull) return;
		this.#wasFull = false;
		setImmediate(() => {
			this.#owner.drained();
		});
	}
}

/** Empties the outboxes of a connection onto its socket. */
export class Mux {
	readonly #socket: Socket;
	#listed: Outbox[] = [];
	#isArmed = false;
	readonly #flush = () => {
		this.#isArmed = false;
		this.#write();
	};

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	/** Takes an outbox into the rotation until it is empty. */
	list(outbox: Outbox): void {
		outbox.isListed = true;
		this.#listed[this.#listed.length] = outbox;
		this.#arm();
	}

	#arm(): void {
		if (this.#isArmed) return;
		this.#isArmed = true;
		beforeTurnEnds(this.#flush);
	}

	/** Forgets everything that has not left. */
	discard(): void {
		this.#listed = [];
	}

	#write(): void {
		let frames = 0;
		let bytes = 0;
		while (this.#listed.length > 0) {
			const stillListed: Outbox[] = [];
			for (let index = 0; index < this.#listed.length; index++) {
				const outbox = this.#listed[index] as Outbox;
				const frame = outbox.take();
				if (frame === undefined) {
					outbox.emptied();
					continue;
				}
				stillListed[stillListed.length] = outbox;
				this.#socket.send(frame);
				frames += 1;
				const content = frame[frame.length - 1];
				if (typeof content === 'object' && content !== null) bytes += content.length;
			}
			this.#listed = stillListed;
			if (frames >= turnFramesMax || bytes >= turnBytesMax) {
				setImmediate(() => this.#arm());
				return;
			}
		}
	}
}
