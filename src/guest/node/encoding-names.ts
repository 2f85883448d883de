// The names Node.js knows for the encodings of text.

import { ObjectCreate, StringPrototypeToLowerCase, toText } from './primordials.ts';

export type Encoding = 'utf8' | 'utf16le' | 'latin1' | 'ascii' | 'base64' | 'base64url' | 'hex';

const byName = Object.assign(ObjectCreate(null) as Record<string, Encoding | undefined>, {
	utf8: 'utf8',
	'utf-8': 'utf8',
	ucs2: 'utf16le',
	'ucs-2': 'utf16le',
	utf16le: 'utf16le',
	'utf-16le': 'utf16le',
	latin1: 'latin1',
	binary: 'latin1',
	ascii: 'ascii',
	base64: 'base64',
	base64url: 'base64url',
	hex: 'hex'
} satisfies Record<string, Encoding>);

/** The encoding of this name in any case; undefined when there is none. */
export function encodingNamed(name: unknown): Encoding | undefined {
	if (typeof name === 'string') {
		const known = byName[name];
		if (known !== undefined) return known;
	}
	return byName[StringPrototypeToLowerCase(toText(name))];
}

/** The same, where no name, null and the empty text mean UTF-8. */
export function normalizeEncoding(name: unknown): Encoding | undefined {
	if (name === undefined || name === null || name === '') return 'utf8';
	return encodingNamed(name);
}
