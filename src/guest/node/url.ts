// The module url: the standard's classes and the older functions.
// Source: Node.js v20 lib/url.js and lib/internal/url.js.

import { codes } from './error-codes.ts';
import { replaceEvery, StringPrototypeSlice } from './primordials.ts';
import { validateString } from './validators.ts';
import { posix } from './path.ts';
import { Url, urlFormat, urlParse, urlResolve, urlResolveObject } from './legacy-url.ts';
import { toASCII, URL, URLSearchParams } from './web-url.ts';

const resolvePath: (path: string) => string = posix.resolve;

/** The path of a file URL. */
function fileURLToPath(address: string | URL): string {
	const url = typeof address === 'string' ? new URL(address) : address;
	if (url.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
	return decodeURIComponent(url.pathname);
}

/** The file URL of a path. */
function pathToFileURL(path: string): URL {
	validateString(path, 'path');
	let whole = resolvePath(path);
	if (StringPrototypeSlice(path, -1) === '/' && whole !== '/') whole += '/';
	for (let at = 0; at < escapes.length; at++) {
		const [character, escaped] = escapes[at] as (typeof escapes)[number];
		whole = replaceEvery(whole, character, escaped);
	}
	const url = new URL('file://');
	url.pathname = whole;
	return url;
}

const escapes: readonly (readonly [string, string])[] = [
	['%', '%25'],
	['\\', '%5C'],
	['\n', '%0A'],
	['\r', '%0D'],
	['\t', '%09']
];

/** What http.request takes, of a URL. */
function urlToHttpOptions(url: URL): Record<string, unknown> {
	const options: Record<string, unknown> = {
		protocol: url.protocol,
		hostname: url.hostname,
		hash: url.hash,
		search: url.search,
		pathname: url.pathname,
		path: `${url.pathname}${url.search}`,
		href: url.href
	};
	if (url.port !== '') options['port'] = +url.port;
	if (url.username !== '' || url.password !== '') {
		options['auth'] = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
	}
	return options;
}

export const url = {
	Url,
	parse: urlParse,
	resolve: urlResolve,
	resolveObject: urlResolveObject,
	format: urlFormat,
	URL,
	URLSearchParams,
	domainToASCII: toASCII,
	domainToUnicode: (host: string) => host,
	pathToFileURL,
	fileURLToPath,
	urlToHttpOptions
};
