// The module crypto, as far as programs here need it: random values from the process' own seeded source, and hashes.
// Differs: no ciphers, keys, signatures or key derivation; hashes and HMACs are md5, sha1, sha256, sha384 and sha512.

import { md5, sha1 } from '@noble/hashes/legacy.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { hostRandomBytes } from '../runtime/host.ts';
import { queueTick } from '../runtime/tick-queue.ts';
import { codes } from './error-codes.ts';
import {
	ArrayPrototypeJoin,
	MathFloor,
	NumberParseInt,
	NumberIsSafeInteger,
	ObjectCreate,
	ObjectKeys,
	replaceEvery,
	StringPrototypeSlice,
	StringPrototypeToLowerCase,
	TypedArrayPrototypeSet,
	toText
} from './primordials.ts';
import { DOMException } from './engine-globals.ts';
import { validateFunction, validateNumber, validateString } from './validators.ts';
import { isArrayBufferView } from './value-kinds.ts';
import { Buffer, type GuestBuffer } from './buffer.ts';

const algorithms = Object.assign(ObjectCreate(null) as object, {
	md5,
	sha1,
	sha256,
	sha384,
	sha512
}) as Record<string, typeof sha256>;

interface Hasher {
	update(bytes: Uint8Array): unknown;
	digest(): Uint8Array;
	clone?(): Hasher;
}

function algorithmNamed(name: unknown): typeof sha256 {
	const found = algorithms[StringPrototypeToLowerCase(replaceEvery(toText(name), '-', ''))];
	if (found !== undefined) return found;
	throw new Error('Digest method not supported');
}

function bytesOf(data: unknown, encoding?: string): Uint8Array {
	if (typeof data === 'string') return Buffer.from(data, encoding);
	if (!isArrayBufferView(data)) {
		throw new codes.ERR_INVALID_ARG_TYPE(
			'data',
			['string', 'Buffer', 'TypedArray', 'DataView'],
			data
		);
	}
	const view = data as ArrayBufferView;
	return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength);
}

class Digest {
	#hasher: Hasher;
	#isDone = false;
	#name: string;

	constructor(hasher: Hasher, name: string) {
		this.#hasher = hasher;
		this.#name = name;
	}

	/** Adds data; returns itself. */
	update(data: unknown, encoding?: string): this {
		if (this.#isDone) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
		this.#hasher.update(bytesOf(data, encoding));
		return this;
	}

	/** The digest as a Buffer, or as text when an encoding is given. Ends the hash. */
	digest(encoding?: string): GuestBuffer | string {
		if (this.#isDone) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
		this.#isDone = true;
		const digest = Buffer.from(this.#hasher.digest());
		return encoding === undefined || encoding === 'buffer' ? digest : digest.toString(encoding);
	}

	/** A hash that goes on from here by itself. */
	copy(): Digest {
		if (this.#isDone || this.#hasher.clone === undefined)
			throw new codes.ERR_CRYPTO_HASH_FINALIZED();
		return new Digest(this.#hasher.clone(), this.#name);
	}
}

/** What createHash gives. */
class Hash extends Digest {}
/** What createHmac gives. */
class Hmac extends Digest {}

function createHash(name: string): Hash {
	validateString(name, 'algorithm');
	return new Hash(algorithmNamed(name).create(), name);
}

function createHmac(name: string, key: unknown): Hmac {
	validateString(name, 'hmac');
	return new Hmac(hmac.create(algorithmNamed(name), bytesOf(key)), name);
}

type BytesCallback = (error: Error | null, value: unknown) => void;

/** Random bytes; any number of them. */
function randomSource(size: number): GuestBuffer {
	const atOnce = 65_536;
	const bytes = Buffer.alloc(size);
	for (let at = 0; at < size; at += atOnce) {
		TypedArrayPrototypeSet(bytes, hostRandomBytes(size - at < atOnce ? size - at : atOnce), at);
	}
	return bytes;
}

function randomBytes(size: number, callback?: BytesCallback): GuestBuffer | undefined {
	validateNumber(size, 'size', 0, 2 ** 31 - 1);
	const bytes = randomSource(size);
	if (callback === undefined) return bytes;
	validateFunction(callback, 'callback');
	queueTick(callback, [null, bytes]);
	return undefined;
}

/** A whole number from `min` (0 when not given) up to and without `max`. */
function randomInt(
	first: number,
	second?: number | BytesCallback,
	third?: BytesCallback
): number | undefined {
	const max = typeof second === 'number' ? second : first;
	const low = typeof second === 'number' ? first : 0;
	if (!NumberIsSafeInteger(low)) throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', low);
	if (!NumberIsSafeInteger(max)) throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
	if (max <= low) {
		throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${low})`, max);
	}
	const bytes = hostRandomBytes(6);
	let value = 0;
	for (let index = 0; index < 6; index++) value = value * 256 + (bytes[index] as number);
	const result = low + MathFloor((value / 2 ** 48) * (max - low));
	const callback = typeof second === 'function' ? second : third;
	if (callback === undefined) return result;
	queueTick(callback, [null, result]);
	return undefined;
}

/** Random digits for the next UUIDs: one request to the host serves several. Empty in the boot image. */
let uuidDigits = '';
const uuidsAtOnce = 16;
const variantDigits = '89ab';

/** A UUID of version 4. */
export function randomUUID(): string {
	if (uuidDigits === '') uuidDigits = randomSource(16 * uuidsAtOnce).toString('hex');
	const hex = StringPrototypeSlice(uuidDigits, 0, 32);
	uuidDigits = StringPrototypeSlice(uuidDigits, 32);
	const variant = variantDigits[NumberParseInt(hex[16] as string, 16) & 3] as string;
	const start = `${StringPrototypeSlice(hex, 0, 8)}-${StringPrototypeSlice(hex, 8, 12)}`;
	const middle = `4${StringPrototypeSlice(hex, 13, 16)}-${variant}${StringPrototypeSlice(hex, 17, 20)}`;
	return `${start}-${middle}-${StringPrototypeSlice(hex, 20)}`;
}

/** Sixteen bytes in the written form of a UUID. */
export function uuidText(bytes: Uint8Array): string {
	const hex = Buffer.from(bytes).toString('hex');
	const parts = [
		StringPrototypeSlice(hex, 0, 8),
		StringPrototypeSlice(hex, 8, 12),
		StringPrototypeSlice(hex, 12, 16),
		StringPrototypeSlice(hex, 16, 20),
		StringPrototypeSlice(hex, 20, 32)
	];
	return ArrayPrototypeJoin(parts, '-');
}

function getRandomValues<T extends ArrayBufferView>(target: T): T {
	const bytes = bytesOf(target);
	if (bytes.length > 65_536) {
		throw new DOMException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
	}
	TypedArrayPrototypeSet(bytes, hostRandomBytes(bytes.length));
	return target;
}

function randomFillSync<T extends ArrayBufferView>(target: T, offset = 0, size?: number): T {
	const bytes = bytesOf(target);
	const end = size === undefined ? bytes.length : offset + size;
	TypedArrayPrototypeSet(bytes, randomSource(end - offset), offset);
	return target;
}

function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean {
	if (a.byteLength !== b.byteLength) {
		const error = new RangeError('Input buffers must have the same byte length') as RangeError & {
			code?: string;
		};
		error.code = 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH';
		throw error;
	}
	return Buffer.from(a).equals(Buffer.from(b));
}

/** The global crypto, and crypto.webcrypto. */
class Crypto {
	getRandomValues<T extends ArrayBufferView>(target: T): T {
		return getRandomValues(target);
	}
	randomUUID(): string {
		return randomUUID();
	}
}
export const webcrypto = new Crypto();

/** The short form of newer versions: `hash('sha1', 'text')`. */
function hash(name: string, data: unknown, encoding = 'hex'): GuestBuffer | string {
	return createHash(name).update(data).digest(encoding);
}

export const crypto = {
	createHash,
	createHmac,
	getHashes: () => ObjectKeys(algorithms),
	getRandomValues,
	hash,
	Hash,
	Hmac,
	pseudoRandomBytes: randomBytes,
	randomBytes,
	randomFillSync,
	randomInt,
	randomUUID,
	timingSafeEqual,
	webcrypto
};
