// The package crc, as Pomelo applications use it: a signed CRC-32 over the low bytes of a text.
// Source: the npm package crc 0.2, which Pomelo's applications pin.
// Differs: the package's other sums (crc8, crc16, ...) are not here.

import { StringPrototypeCharCodeAt } from './primordials.ts';

const table: number[] = [];
for (let byte = 0; byte < 256; byte++) {
	let value = byte;
	for (let bit = 0; bit < 8; bit++)
		value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	table[byte] = value;
}

/**
 * The CRC-32 as a signed 32-bit integer: take Math.abs before `%`. Only the low byte of each UTF-16 unit counts.
 * Numbers and other values without a length give 0; undefined and null throw a TypeError.
 */
export function crc32(text: { readonly length: number } & (string | ArrayLike<number>)): number {
	let sum = -1;
	const { length } = text;
	for (let index = 0; index < length; index++) {
		const unit =
			typeof text === 'string' ? StringPrototypeCharCodeAt(text, index) : (text[index] as number);
		sum = (table[(sum ^ unit) & 255] as number) ^ (sum >>> 8);
	}
	return sum ^ -1;
}

export const crc = { crc32 };
