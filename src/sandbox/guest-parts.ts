// Which parts of the guest libraries a program can need, told from the texts of its files alone: the same on every host,
// and decided before anything runs. A part is left out only when no file can reach it by any name written in it.
// Differs: a program that makes the name of a module or global out of pieces in a way `dynamic` does not see, misses it.

import type { Piece } from './machine.ts';

/** A part of the guest libraries that an image may do without. */
export interface GuestPart {
	readonly name: string;
	/** Names of other parts it stands on; those come before it. */
	readonly needs: readonly string[];
	readonly load: () => Promise<Piece['code']>;
}

/** The guest libraries in pieces (`virtual:guest-image`). */
export interface GuestImage {
	readonly start: Piece['code'];
	/** In the order of boot. */
	readonly parts: readonly GuestPart[];
	readonly end: Piece['code'];
}

/** Matches a text that names one of these modules as a whole string. */
function modules(names: string): string {
	return `['"](?:node:)?(?:${names})['"]`;
}

/** Names the framework or its logger, not the browser client. */
const framework = /['"]pomelo\b(?!-jsclient)/;

/** What a text that uses a part has in it. A part that is not listed is in every image. */
const signs: Readonly<Record<string, RegExp>> = {
	amqplib: /['"]amqplib\b/,
	assert: new RegExp(modules('assert(?:/strict)?')),
	// process.stdout.write makes a Buffer of any bytes.
	buffer: new RegExp(`\\bBuffer\\b|\\bUint8Array\\b|\\batob\\b|\\bbtoa\\b|${modules('buffer')}`),
	// Pomelo takes fingerprints of its route dictionary, and with one way to spread calls.
	crypto: new RegExp(`\\bcrypto\\b|\\buuid\\b|\\buseDict\\b|\\brouterType\\b`),
	files: new RegExp(modules('fs(?:/promises)?')),
	locale: /[lL]ocale|\bIntl\b/,
	pomelo: framework,
	'pomelo-client': /['"]pomelo-jsclient/,
	url: new RegExp(`\\bURL|${modules('url|querystring')}`),
	util: new RegExp(
		`\\bText(?:De|En)coder\\b|\\bperformance\\b|\\bstructuredClone\\b|${modules('os|perf_hooks|string_decoder|sys|util(?:/types)?')}`
	)
};

/**
 * Ways to a module or a global without writing its name: `require` or `import` of anything but a plain text, `require` as
 * a value, the module loader, the global object other than `global.name`, code made of texts, escapes in names.
 */
const dynamic = new RegExp(
	[
		`\\bimport\\s*\\((?!\\s*['"][^'"\\\\]*['"]\\s*\\))`,
		`\\brequire\\b(?!\\s*\\.\\s*main\\b|\\s*\\(\\s*['"][^'"\\\\]*['"]\\s*\\))`,
		`${modules('module')}|\\bgetBuiltinModule\\b|\\bmodule\\s*(?:\\[|\\.\\s*constructor\\b)`,
		`\\bglobal(?:This)?\\b(?!\\s*\\.\\s*\\w)`,
		`\\beval\\b|\\bFunction\\s*\\(|\\.\\s*constructor\\s*\\(|['"]constructor['"]`,
		`\\\\u`
	].join('|')
);

/** A path to another file. The framework loads files, too: those in the application's folders. */
const filePath = /['"`](?:file:|\.{0,2}\/)|['"]\.{1,2}['"]/;

/** The files a program started from one of them can run: that one alone where it plainly loads no other, else all. */
export function reachableFiles(
	files: Readonly<Record<string, string>>,
	main: string
): Readonly<Record<string, string>> {
	const text = files[main];
	if (text === undefined) return files;
	const loads = [dynamic, filePath, framework].some((sign) => sign.test(text));
	return loads ? files : { [main]: text };
}

/** The parts these programs can need, with what those stand on, in the order of the image. */
export function neededParts(
	parts: readonly GuestPart[],
	files: Readonly<Record<string, string>>
): readonly GuestPart[] {
	const texts = Object.values(files);
	if (texts.some((text) => dynamic.test(text))) return parts;
	const needed = new Set<string>();
	// Backwards: what a part stands on is before it.
	for (const { name, needs } of parts.toReversed()) {
		const sign = signs[name];
		if (sign !== undefined && !needed.has(name) && !texts.some((text) => sign.test(text))) continue;
		needed.add(name);
		for (const other of needs) needed.add(other);
	}
	return parts.filter(({ name }) => needed.has(name));
}

/** All pieces of an image with these parts, in the order of boot. */
export async function imagePieces(
	image: GuestImage,
	parts: readonly GuestPart[]
): Promise<readonly Piece[]> {
	const loaded = parts.map(async ({ name, load }) => ({ name, code: await load() }));
	return [
		{ name: 'start', code: image.start },
		...(await Promise.all(loaded)),
		{ name: 'end', code: image.end }
	];
}
