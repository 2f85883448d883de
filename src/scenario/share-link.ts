// A whole scenario in the address bar: JSON, deflated, in base64url. Nothing is stored anywhere.
// The text comes from strangers: unpacking is bounded and the result goes through parse-scenario.ts.
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { parseScenario } from './parse-scenario.ts';
import { bad, parseJson, type Parsed } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** Characters a packed scenario may have: nothing longer is even looked at. Unpacked it is at most 4 MB. */
const packedCharactersMax = 6 * 1024 * 1024;
/** Unpacked size a link may have, bytes. */
const unpackedBytesMax = 4 * 1024 * 1024;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64Url(bytes: Uint8Array): string {
	const text: string[] = [];
	for (let i = 0; i < bytes.length; i += 3) {
		const left = bytes.length - i;
		const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
		for (let k = 0; k <= Math.min(left, 3); k++)
			text.push(alphabet[(word >> (18 - 6 * k)) & 63] ?? '');
	}
	return text.join('');
}

/** The bytes, or null when the text holds anything else than base64url. */
function fromBase64Url(text: string): Uint8Array | null {
	if (text.length % 4 === 1) return null;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let word = 0;
	let bits = 0;
	let length = 0;
	for (const character of text) {
		const value = alphabet.indexOf(character);
		if (value < 0) return null;
		word = ((word << 6) | value) & 0xffff;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			bytes[length++] = (word >> bits) & 0xff;
		}
	}
	return bytes;
}

/** Inflate at most `unpackedBytesMax` bytes; null when damaged or too large. */
function unpack(bytes: Uint8Array): string | null {
	const parts: Uint8Array[] = [];
	let length = 0;
	const inflate = new Inflate((part) => {
		length += part.length;
		if (length > unpackedBytesMax) throw new Error('too large');
		parts.push(part);
	});
	try {
		// Small pieces: what one piece can unpack to is bounded too.
		const step = 4096;
		for (let i = 0; i < bytes.length; i += step) {
			inflate.push(bytes.subarray(i, i + step), i + step >= bytes.length);
		}
	} catch {
		return null;
	}
	const whole = new Uint8Array(length);
	parts.reduce((offset, part) => {
		whole.set(part, offset);
		return offset + part.length;
	}, 0);
	return strFromU8(whole);
}

/** The scenario as text for the hash route `#/s/<text>`. */
export function toShareText(scenario: Scenario): string {
	return toBase64Url(deflateSync(strToU8(JSON.stringify(scenario)), { level: 9 }));
}

/** A scenario from the text of a link, or what is wrong with it. */
export function fromShareText(text: string): Parsed<Scenario> {
	const isShort = text.length <= packedCharactersMax;
	const bytes = isShort ? fromBase64Url(text) : null;
	const json = bytes === null ? null : unpack(bytes);
	if (json === null) {
		const found = `${text.length} characters that do not unpack`;
		return bad([{ path: '', expected: 'a whole link, as copied', found }]);
	}
	const data = parseJson(json, '');
	return data.ok ? parseScenario(data.value) : data;
}
