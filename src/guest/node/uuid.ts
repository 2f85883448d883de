// The package uuid: versions 1, 3, 4, 5 and 7, with validate, version, parse and stringify.
// Source: the npm package uuid 9; RFC 9562.

import { md5, sha1 } from '@noble/hashes/legacy.js';
import { hostNowUs, hostRandomBytes } from '../runtime/host.ts';
import { processFacts } from '../runtime/process-start.ts';
import { randomUUID, uuidText } from './crypto.ts';
import {
	DateNow,
	MathFloor,
	NumberParseInt,
	RegExpPrototypeExec,
	replaceEvery,
	StringPrototypeSlice
} from './primordials.ts';
import { Buffer } from './buffer.ts';

const pattern =
	/^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;

function validate(text: unknown): boolean {
	return typeof text === 'string' && RegExpPrototypeExec(pattern, text) !== null;
}

function parse(text: unknown): Uint8Array {
	if (!validate(text)) throw TypeError('Invalid UUID');
	return new Uint8Array(Buffer.from(replaceEvery(text as string, '-', ''), 'hex'));
}

function stringify(bytes: Uint8Array, offset = 0): string {
	const text = uuidText(firstSixteen(bytes, offset));
	if (!validate(text)) throw TypeError('Stringified UUID is invalid');
	return text;
}

function firstSixteen(bytes: ArrayLike<number>, offset: number): Uint8Array {
	const part = new Uint8Array(16);
	for (let index = 0; index < 16; index++) part[index] = bytes[offset + index] as number;
	return part;
}

function version(text: unknown): number {
	if (!validate(text)) throw TypeError('Invalid UUID');
	return NumberParseInt(StringPrototypeSlice(text, 14, 15), 16);
}

/** Puts the version and the variant in, and gives the text or fills the caller's array. */
function finish(
	bytes: Uint8Array,
	kind: number,
	target?: number[] | Uint8Array,
	offset = 0
): unknown {
	bytes[6] = ((bytes[6] as number) & 0x0f) | (kind << 4);
	bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
	if (target === undefined) return uuidText(bytes);
	for (let index = 0; index < 16; index++) target[offset + index] = bytes[index] as number;
	return target;
}

type Target = number[] | Uint8Array;
interface Options {
	readonly random?: ArrayLike<number>;
	readonly rng?: () => ArrayLike<number>;
}

function randomOf(options: Options | null | undefined): Uint8Array {
	const given = options?.random ?? options?.rng?.();
	if (given === undefined) return hostRandomBytes(16);
	const bytes = new Uint8Array(16);
	for (let index = 0; index < 16; index++) bytes[index] = given[index] as number;
	return bytes;
}

function v4(options?: Options | null, target?: Target, offset?: number): unknown {
	if (options === undefined && target === undefined) return randomUUID();
	return finish(randomOf(options), 4, target, offset);
}

let node: Uint8Array | undefined;
let lastTicks = 0n;
/** Tenths of microseconds from 1582-10-15 to 1970. */
const epochTicks = 122_192_928_000_000_000n;

/** Time and a node id of this process. */
function v1(_options?: unknown, target?: Target, offset?: number): unknown {
	node ??= hostRandomBytes(8);
	const startMs = MathFloor(processFacts()?.startTimeMs ?? 0);
	let ticks = epochTicks + BigInt(startMs) * 10_000n + BigInt(MathFloor(hostNowUs())) * 10n;
	if (ticks <= lastTicks) ticks = lastTicks + 1n;
	lastTicks = ticks;
	const bytes = new Uint8Array(16);
	// The three parts of the time, low bytes first, stand in the order 3 2 1 0, 5 4, 7 6.
	const places = [3, 2, 1, 0, 5, 4, 7, 6];
	for (let index = 0; index < 8; index++) {
		bytes[places[index] as number] = Number((ticks >> BigInt(index * 8)) & 255n);
		bytes[8 + index] = node[index] as number;
	}
	bytes[10] = (bytes[10] as number) | 1;
	return finish(bytes, 1, target, offset);
}

/** Time in milliseconds, then random bits. */
function v7(options?: Options | null, target?: Target, offset?: number): unknown {
	const bytes = randomOf(options);
	let time = DateNow();
	for (let index = 5; index >= 0; index--) {
		bytes[index] = time % 256;
		time = MathFloor(time / 256);
	}
	return finish(bytes, 7, target, offset);
}

function named(kind: 3 | 5, digest: (bytes: Uint8Array) => Uint8Array) {
	function generate(
		name: string | ArrayLike<number>,
		space: string | Uint8Array,
		target?: Target,
		offset?: number
	): unknown {
		const prefix = typeof space === 'string' ? parse(space) : space;
		if (prefix.length !== 16) {
			throw TypeError('Namespace must be array-like (16 iterable integer values, 0-255)');
		}
		const bytes = Buffer.concat([prefix, Buffer.from(name)]);
		return finish(firstSixteen(digest(new Uint8Array(bytes)), 0), kind, target, offset);
	}
	generate.DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
	generate.URL = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
	return generate;
}

export const uuid = {
	v1,
	v3: named(3, md5),
	v4,
	v5: named(5, sha1),
	v7,
	NIL: '00000000-0000-0000-0000-000000000000',
	MAX: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
	version,
	validate,
	stringify,
	parse
};
