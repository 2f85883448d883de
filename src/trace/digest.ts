// A short name for a whole trace: the same events in the same order give the same digest, in any engine.
// Two independent 32-bit lanes over a canonical walk of the data; not cryptographic, only for telling runs apart.
import { hashText } from '#kernel';
import type { Recorded } from '#kernel/events';

/** Changes when the meaning of a trace changes: part of every digest. */
export const engineVersion = '0.1';

/**
 * Kinds whose data only repeats what an earlier event (their cause, or the cause's) already said: their place, time and
 * cause are taken in, their data is not, which halves the cost.
 */
const repeating: ReadonlySet<string> = new Set([
	'link.delivered',
	'process.delivery',
	'turn.began',
	'turn.ended',
	'basic.publish',
	'exchange.publish',
	'queue.enqueued',
	'queue.delivered'
]);

export class TraceDigest {
	#low = 0x811c9dc5;
	#high = 0x9747b28c;
	readonly #names = new Map<string, number>();
	#numbers = new Float64Array(1);
	#words = new Uint32Array(this.#numbers.buffer);

	constructor() {
		this.#text(engineVersion);
	}

	/** Takes in one event. */
	add(event: Recorded): void {
		this.#number(event.seq);
		this.#number(event.at);
		this.#word(this.#nameHash(event.actor));
		this.#number(event.cause);
		this.#word(this.#nameHash(event.kind));
		if (!repeating.has(event.kind)) this.#value(event.data);
	}

	/** Sixteen hexadecimal digits for what was taken in so far. */
	value(): string {
		return hex(this.#high) + hex(this.#low);
	}

	#word(word: number): void {
		this.#low = Math.imul(this.#low ^ word, 0x01000193);
		this.#low ^= this.#low >>> 15;
		this.#high = Math.imul((this.#high ^ word) + 0x6b43a9b5, 0x5bd1e995);
		this.#high ^= this.#high >>> 13;
	}

	/** The hash of a name that comes again and again: actor ids, kinds, keys of data. */
	#nameHash(name: string): number {
		let hash = this.#names.get(name);
		if (hash === undefined) this.#names.set(name, (hash = hashText(name)));
		return hash;
	}

	#text(text: string): void {
		this.#word(text.length);
		for (let index = 0; index < text.length; index++) this.#word(text.charCodeAt(index));
	}

	#number(number: number): void {
		if (Number.isInteger(number) && number >= 0 && number < 0x7fffffff) {
			this.#word(number);
			return;
		}
		this.#numbers[0] = number;
		this.#word(this.#words[0] as number);
		this.#word(this.#words[1] as number);
	}

	#value(value: unknown): void {
		switch (typeof value) {
			case 'string':
				this.#word(1);
				this.#text(value);
				return;
			case 'number':
				this.#word(2);
				this.#number(value);
				return;
			case 'boolean':
				this.#word(value ? 3 : 4);
				return;
			case 'object':
				if (value === null) this.#word(5);
				else this.#object(value);
				return;
			default:
				this.#word(6);
		}
	}

	#object(value: object): void {
		if (Array.isArray(value)) {
			this.#word(7);
			this.#word(value.length);
			for (const item of value) this.#value(item);
			return;
		}
		if (value instanceof Uint8Array) {
			this.#word(8);
			this.#word(value.length);
			for (const byte of value) this.#word(byte);
			return;
		}
		this.#word(9);
		for (const key in value) {
			this.#word(this.#nameHash(key));
			this.#value((value as Record<string, unknown>)[key]);
		}
	}
}

function hex(word: number): string {
	return (word >>> 0).toString(16).padStart(8, '0');
}
