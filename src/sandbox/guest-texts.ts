// Texts read out of a guest's memory: where the engine keeps one plainly it is read in place, and short ones are kept,
// because they come again and again.
// Source: struct JSString of quickjs.c, QuickJS-ng 0.17. test/sandbox/guest-memory.test.ts holds it against the library's own.

/** Words up to this length repeat in every message (methods, queue names): they are kept. */
export const keptLengthMax = 40;
const keptTexts = 1024;
/** Longer texts are not looked through for units that only the library's own way reads. */
const plainLengthMax = 1024;

/**
 * A string of the engine has in its first word the length and, as the highest bit, whether its units are wide; in two bits
 * of the second how it keeps them; where both are 0 they stand behind its head, a byte each.
 */
const stringKindBits = 0x3000_0000;
const stringHeadBytes = 24;

const decoder = new TextDecoder();

/** Texts coming out of any guest, by a hash of their bytes. */
const texts = new Array<string | undefined>(keptTexts).fill(undefined);

/**
 * A string of the engine where it stands; undefined for one that is not plain ASCII in one piece, or long.
 * @param string its address; `words` and `bytes` are the memory
 */
export function plainText(
	words: Int32Array,
	bytes: Uint8Array,
	string: number
): string | undefined {
	const length = words[string >> 2] ?? 0;
	const kind = (words[(string >> 2) + 1] ?? 0) & stringKindBits;
	// Wide units make the length negative.
	if (kind !== 0 || length < 0 || length > plainLengthMax) return undefined;
	const start = string + stringHeadBytes;
	if (length <= keptLengthMax) return keptText(bytes, start, length);
	for (let at = start; at < start + length; at++) {
		if ((bytes[at] ?? 0) > 127) return undefined;
	}
	return decoder.decode(bytes.subarray(start, start + length));
}

/** A short text in ASCII, mostly one that was read before; undefined for another. */
export function keptText(bytes: Uint8Array, start: number, length: number): string | undefined {
	let hash = length;
	for (let index = 0; index < length; index++) {
		const byte = bytes[start + index] ?? 0;
		if (byte > 127) return undefined;
		hash = Math.imul(hash ^ byte, 0x01000193);
	}
	const slot = (hash ^ (hash >>> 15)) & (keptTexts - 1);
	const kept = texts[slot];
	if (kept?.length === length && isText(kept, bytes, start)) return kept;
	const text = decoder.decode(bytes.subarray(start, start + length));
	texts[slot] = text;
	return text;
}

function isText(text: string, bytes: Uint8Array, start: number): boolean {
	for (let index = 0; index < text.length; index++) {
		if (text.charCodeAt(index) !== bytes[start + index]) return false;
	}
	return true;
}

/** UTF-8 in which lone surrogates stand as three bytes, as the engine writes them. */
export function decodeWtf8(bytes: Uint8Array): string {
	if (!hasSurrogate(bytes)) return decoder.decode(bytes);
	let text = '';
	let from = 0;
	for (let at = 0; at + 2 < bytes.length; at++) {
		const second = bytes[at + 1] ?? 0;
		if (bytes[at] !== 0xed || second < 0xa0) continue;
		text += decoder.decode(bytes.subarray(from, at));
		text += String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f));
		from = at + 3;
		at += 2;
	}
	return text + decoder.decode(bytes.subarray(from));
}

function hasSurrogate(bytes: Uint8Array): boolean {
	for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
		if ((bytes[at + 1] ?? 0) >= 0xa0) return true;
	}
	return false;
}
