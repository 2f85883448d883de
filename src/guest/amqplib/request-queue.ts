// Operations of a channel that have an answer: one is on its way, the others wait behind it in order.
// Source: AMQP 0-9-1 section 2.2 (synchronous methods); reference amqp.md section 3.

import type { WirePayload } from '../../sandbox/turn-batch.ts';

/** Gets the answering frame, or the error. */
export type Reply = (error: Error | null, frame?: WirePayload) => void;

/** An operation on its way or waiting. */
export interface Request {
	readonly method: string;
	/** The method that answers it. */
	readonly expect: string;
	/** Field values in wire order, not yet checked. */
	readonly values: readonly unknown[];
	readonly reply: Reply;
}

export class RequestQueue {
	readonly #send: (request: Request) => void;
	#outstanding: Request | undefined;
	#pending: Request[] = [];
	/** Index of the oldest one pending. */
	#next = 0;

	/** `send` may throw when it cannot encode a request; that request then blocks the queue for good, as in amqplib. */
	constructor(send: (request: Request) => void) {
		this.#send = send;
	}

	/** Sends a request, or keeps it until those before it are answered. */
	add(request: Request): void {
		if (this.#outstanding === undefined) this.#start(request);
		else this.#pending[this.#pending.length] = request;
	}

	#start(request: Request): void {
		this.#outstanding = request;
		this.#send(request);
	}

	/** Takes the request that was on its way and sends the next one. */
	takeAnswered(): Request | undefined {
		const answered = this.takeOutstanding();
		const request = this.#pending[this.#next];
		if (request === undefined) return answered;
		this.#next += 1;
		if (this.#next === this.#pending.length) {
			this.#pending = [];
			this.#next = 0;
		}
		this.#start(request);
		return answered;
	}

	/** Takes the request that was on its way; nothing follows it. */
	takeOutstanding(): Request | undefined {
		const request = this.#outstanding;
		this.#outstanding = undefined;
		return request;
	}

	/** Takes all, the one on its way first. */
	takeAll(): readonly Request[] {
		const outstanding = this.takeOutstanding();
		const all = outstanding === undefined ? [] : [outstanding];
		for (let index = this.#next; index < this.#pending.length; index++) {
			all[all.length] = this.#pending[index] as Request;
		}
		this.#pending = [];
		this.#next = 0;
		return all;
	}
}
