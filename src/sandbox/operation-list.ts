// The operations of one turn, collected as the guest asks for them, and the bounds on them.

import type { Limits } from '#kernel';
import type { GuestOp, LimitReason, WirePayload } from './turn-batch.ts';

type Word = string | number | boolean | null | undefined | Uint8Array;

/** What a process has asked for over its life, as far as bounds count it, and the list of the turn. */
export class OperationList {
	readonly #limits: Limits;
	#ops: GuestOp[] = [];
	#sentBytes = 0;
	#printedBytes = 0;
	#isPrintingCut = false;
	/** Live timers, and whether each repeats. */
	readonly #timers = new Map<number, boolean>();
	/** Set when a bound was passed: the process ends with it. */
	limit: LimitReason | undefined;
	/** The guest said that it ends: nothing more is taken. */
	hasEnded = false;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** A new turn begins. */
	clear(): void {
		this.#ops = [];
		this.#sentBytes = 0;
	}

	/** What was asked for in this turn. */
	get ops(): readonly GuestOp[] {
		return this.#ops;
	}

	/** A timer fired: it counts no longer unless it repeats. */
	timerFired(id: number): void {
		if (this.#timers.get(id) === false) this.#timers.delete(id);
	}

	/** Takes an operation from the guest; the list of words stays the caller's. True when the guest has to stop. */
	add(words: readonly Word[]): boolean {
		if (this.hasEnded || this.limit !== undefined) return true;
		const op = operationOf(words);
		if (this.#ops.length >= this.#limits.turnOperationsMax) {
			this.limit = 'too many operations';
			return true;
		}
		switch (op[0]) {
			case 'send':
				this.#sentBytes += bytesOf(op[2]);
				if (this.#sentBytes > this.#limits.turnSentBytesMax) this.limit = 'too many bytes';
				break;
			case 'timer':
				this.#timers.set(op[1], op[3]);
				if (this.#timers.size > this.#limits.liveTimersMax) this.limit = 'too many timers';
				break;
			case 'cleartimer':
				this.#timers.delete(op[1]);
				break;
			case 'print':
				return this.#print(op[1], op[2]);
			case 'exit':
			case 'uncaught':
				this.hasEnded = true;
				break;
			default:
				break;
		}
		if (this.limit !== undefined) return true;
		this.#ops.push(op);
		return this.hasEnded;
	}

	/** Console output is cut, not fatal: a program that prints too much goes on unseen. */
	#print(stream: 'stdout' | 'stderr' | 'log', text: string): boolean {
		if (this.#isPrintingCut) {
			// Counted all the same, so that an endless loop that prints ends as it would have.
			this.#ops.push(silence);
			return false;
		}
		const room = this.#limits.consoleBytesMax - this.#printedBytes;
		this.#printedBytes += text.length;
		if (text.length <= room) {
			this.#ops.push(['print', stream, text]);
			return false;
		}
		this.#isPrintingCut = true;
		if (room > 0) this.#ops.push(['print', stream, text.slice(0, room)]);
		const bytes = String(this.#limits.consoleBytesMax);
		this.#ops.push(['print', 'stderr', `[output cut: the process has printed ${bytes} bytes]`]);
		return false;
	}
}

/** Stands for output that is no longer taken; removed when the turn is handed over. */
const silence: GuestOp = ['note', '', ''];

/** The operations without those that only held a place. */
export function visible(ops: readonly GuestOp[]): readonly GuestOp[] {
	return ops.includes(silence) ? ops.filter((op) => op !== silence) : ops;
}

/** The guest library is trusted with the shape of an operation; only `send` is folded, and undefined becomes null. */
function operationOf(words: readonly Word[]): GuestOp {
	if (words[0] !== 'send') return words.slice() as unknown as GuestOp;
	// A slice is as long as it has to be, a list grown item by item twice that; the trace keeps them all.
	const payload = words.slice(2);
	for (let index = 0; index < payload.length; index++) payload[index] ??= null;
	return ['send', words[1] as number, payload as WirePayload];
}

function bytesOf(payload: WirePayload): number {
	let bytes = 0;
	for (const part of payload) {
		if (typeof part === 'string' || part instanceof Uint8Array) bytes += part.length;
		else bytes += 8;
	}
	return bytes;
}
