// Where frames wait until their turn is over. Each channel fills an outbox of its own; the mux of the connection empties
// them onto the socket when the turn ends, one frame of each channel in rotation. What a program publishes before it calls
// process.exit or connection.close in the same turn therefore never leaves, as with the real library.
// Source: reference amqp.md sections 2 and 3 (buffering, the limit of 2046 messages).

import { setImmediate } from '../runtime/immediates.ts';
import { MathMin } from '../runtime/primordials.ts';
import type { Socket } from '../runtime/sockets.ts';
import { beforeTurnEnds } from '../runtime/turn-end.ts';
import { illegalOperation, type Refusal } from './errors.ts';
import type { Frame } from './method-fields.ts';

const Bytes = Uint8Array;

/** Frames one turn may put on the socket; the rest follows in the next turns (the host ends a process that asks for too much). */
const turnFramesMax = 2048;
/** Bytes of content one turn may put on the socket. */
const turnBytesMax = 4 * 1024 * 1024;
/** Contents from this size on are written frame by frame, and are not copied when published. */
const largeContent = 2048;
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
	readonly #mux: Mux;
	readonly #owner: Owner;
	readonly #capacity: number;
	readonly #frames: Frame[] = [];
	#next = 0;
	/** Writes beyond one per frame, for contents written in several pieces. */
	#extraWrites = 0;
	#wasFull = false;
	#isListed = false;

	constructor(mux: Mux, owner: Owner, highWaterMark: number | undefined) {
		this.#mux = mux;
		this.#owner = owner;
		this.#capacity = 2 * (highWaterMark ?? defaultHighWaterMark) - 2;
	}

	/** Adds a frame. False when the buffer is now full. Throws when the connection takes no more. */
	add(frame: Frame): boolean {
		const refusal = this.#mux.refusal;
		if (refusal !== undefined) throw illegalOperation(refusal);
		if (!this.#isListed) {
			this.#isListed = true;
			this.#mux.list(this);
		}
		const frames = this.#frames;
		const count = frames.length;
		frames[count] = frame;
		if (count - this.#next + this.#extraWrites < this.#capacity) return true;
		this.#wasFull = true;
		return false;
	}

	/** Adds a frame with its content behind it. A small content is copied now, so the program may reuse its buffer. */
	addMessage(frame: Frame, content: Uint8Array): boolean {
		const length = content.length;
		if (length < largeContent) {
			frame[frame.length] = new Bytes(content);
		} else {
			this.#extraWrites += ((length / frameContentBytes) | 0) + 1;
			frame[frame.length] = new Bytes(content.buffer, content.byteOffset, length);
		}
		return this.add(frame);
	}

	/** Sends the oldest frames, at most `framesMax`; gives the bytes of content sent. */
	sendSome(socket: Socket, framesMax: number): number {
		const frames = this.#frames;
		const end = MathMin(frames.length, this.#next + framesMax);
		let bytes = 0;
		for (let index = this.#next; index < end && bytes < turnBytesMax; index++) {
			const frame = frames[index] as Frame;
			socket.sendMade(frame);
			this.#next = index + 1;
			const content = frame[frame.length - 1];
			if (typeof content === 'object' && content !== null) bytes += content.length;
		}
		return bytes;
	}

	/** True when everything has left; tells the owner in a later turn if it was held back. */
	leaveIfEmpty(): boolean {
		if (this.#next < this.#frames.length) return false;
		this.#frames.length = 0;
		this.#next = 0;
		this.#extraWrites = 0;
		this.#isListed = false;
		if (this.#wasFull) {
			this.#wasFull = false;
			setImmediate(() => {
				this.#owner.drained();
			});
		}
		return true;
	}
}

/** Empties the outboxes of a connection onto its socket. */
export class Mux {
	/** Set once the connection takes no more. */
	refusal: Refusal | undefined;
	readonly #socket: Socket;
	/** Outboxes with something in them. */
	#listed: Outbox[] = [];
	readonly #write = (): void => {
		const only = this.#listed.length === 1 ? this.#listed[0] : undefined;
		if (only === undefined) this.#rotate();
		else only.sendSome(this.#socket, turnFramesMax);
		this.#forgetEmpty();
		if (this.#listed.length > 0) this.#writeLater();
	};

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	/** Takes an outbox into the rotation until it is empty. */
	list(outbox: Outbox): void {
		const count = this.#listed.length;
		this.#listed[count] = outbox;
		if (count === 0) beforeTurnEnds(this.#write);
	}

	#writeLater(): void {
		setImmediate(() => {
			beforeTurnEnds(this.#write);
		});
	}

	/** Forgets everything that has not left. */
	discard(): void {
		this.#listed = [];
	}

	/** One frame of each in turn, as much as fits one turn. */
	#rotate(): void {
		let frames = 0;
		let bytes = 0;
		while (this.#listed.length > 0 && frames < turnFramesMax && bytes < turnBytesMax) {
			for (let index = 0; index < this.#listed.length; index++) {
				bytes += (this.#listed[index] as Outbox).sendSome(this.#socket, 1);
				frames += 1;
			}
			this.#forgetEmpty();
		}
	}

	#forgetEmpty(): void {
		const listed = this.#listed;
		let kept = 0;
		for (let index = 0; index < listed.length; index++) {
			const outbox = listed[index] as Outbox;
			if (outbox.leaveIfEmpty()) continue;
			listed[kept] = outbox;
			kept += 1;
		}
		listed.length = kept;
	}
}
