// The older half of the module url: parse, format and resolve, which know no standard.
// Source: https://nodejs.org/docs/latest-v20.x/api/url.html#legacy-url-api, and what Node.js 20 prints.
// Differs: host names outside ASCII are not converted to Punycode; no warning for ports that are no numbers.

import { codes } from './error-codes.ts';
import { resolveParts } from './legacy-url-resolve.ts';
import {
	NumberIsNaN,
	ObjectAssign,
	RegExpPrototypeExec,
	replaceEvery,
	SetPrototypeHas,
	StringPrototypeEndsWith,
	StringPrototypeIncludes,
	StringPrototypeIndexOf,
	StringPrototypeLastIndexOf,
	StringPrototypeSlice,
	StringPrototypeStartsWith,
	StringPrototypeToLowerCase,
	StringPrototypeTrim
} from './primordials.ts';
import { querystring } from './querystring.ts';
import { validateObject, validateString } from './validators.ts';
import { formatURL, hostlessProtocol, slashedProtocol, toASCII, URL } from './web-url.ts';

const protocolPattern = /^[a-z0-9.+-]+:/i;
const loginPattern = /^\/\/[^@/]+@[^@/]+/;
const authorityEnd = /[/?#]/;
const hostEnd = /[\t\n\r "#%'/;<>?\\^`{|}]/;
/** A path from the root with a query at most: it stays as it is. */
const plainPath = /^\/(?!\/\/)[^\s#]*$/;
const portPattern = /:([0-9]*)$/;
const hostLengthMax = 255;
/** What is escaped wherever it stands behind the host. */
const escapes: readonly (readonly [string, string])[] = [
	['\t', '%09'],
	['\n', '%0A'],
	['\r', '%0D'],
	[' ', '%20'],
	['"', '%22'],
	["'", '%27'],
	['<', '%3C'],
	['>', '%3E'],
	['\\', '%5C'],
	['^', '%5E'],
	['`', '%60'],
	['{', '%7B'],
	['|', '%7C'],
	['}', '%7D']
];

export type UrlQuery = string | Record<string, unknown> | null;

/** A parsed address; what it does not have is null. */
export class Url {
	protocol: string | null = null;
	slashes: boolean | null = null;
	auth: string | null = null;
	host: string | null = null;
	port: string | null = null;
	hostname: string | null = null;
	hash: string | null = null;
	search: string | null = null;
	query: UrlQuery = null;
	pathname: string | null = null;
	path: string | null = null;
	href: string | null = null;

	/** Fills this object with the parts of an address. */
	parse(address: string, parsesQuery = false, slashesDenoteHost = false): this {
		validateString(address, 'url');
		let rest = forwardSlashes(StringPrototypeTrim(address));
		const protocol = RegExpPrototypeExec(protocolPattern, rest)?.[0] ?? '';
		if (protocol !== '') this.protocol = StringPrototypeToLowerCase(protocol);
		rest = StringPrototypeSlice(rest, protocol.length);
		const isHostless = SetPrototypeHas(hostlessProtocol, this.protocol);
		if (!isHostless) {
			const hasHost =
				slashesDenoteHost || protocol !== '' || RegExpPrototypeExec(loginPattern, rest) !== null;
			if (hasHost && StringPrototypeStartsWith(rest, '//')) {
				this.slashes = true;
				rest = this.#takeHost(StringPrototypeSlice(rest, 2), address);
			} else if (protocol !== '' && !SetPrototypeHas(slashedProtocol, protocol)) {
				rest = this.#takeHost(rest, address);
			}
			const isPlainPath =
				!slashesDenoteHost &&
				protocol === '' &&
				this.slashes === null &&
				RegExpPrototypeExec(plainPath, rest) !== null;
			if (!isPlainPath) rest = escapeAll(rest);
		}
		this.#takePath(rest, parsesQuery);
		this.href = this.format();
		return this;
	}

	/** Reads name and password, host and port; gives back what is behind them. */
	#takeHost(rest: string, address: string): string {
		const end = RegExpPrototypeExec(authorityEnd, rest)?.index ?? rest.length;
		const at = StringPrototypeLastIndexOf(StringPrototypeSlice(rest, 0, end), '@');
		if (at !== -1) this.auth = decodeURIComponent(StringPrototypeSlice(rest, 0, at));
		let behind = StringPrototypeSlice(rest, at + 1);
		const hostLength = RegExpPrototypeExec(hostEnd, behind)?.index ?? behind.length;
		let name = StringPrototypeSlice(behind, 0, hostLength);
		behind = StringPrototypeSlice(behind, hostLength);

		const port = RegExpPrototypeExec(portPattern, name);
		if (port !== null) {
			name = StringPrototypeSlice(name, 0, port.index);
			if (port[1] !== '') this.port = port[1] as string;
		}
		const isAddress = StringPrototypeStartsWith(name, '[') && StringPrototypeEndsWith(name, ']');
		if (!isAddress) {
			if (StringPrototypeIncludes(name, '[') || StringPrototypeIncludes(name, ']')) {
				throw invalidUrl(address);
			}
			const colon = StringPrototypeIndexOf(name, ':');
			if (colon !== -1) {
				behind = `/${StringPrototypeSlice(name, colon)}${behind}`;
				name = StringPrototypeSlice(name, 0, colon);
			}
		}
		name = name.length > hostLengthMax ? '' : toASCII(name);
		this.host = this.port === null ? name : `${name}:${this.port}`;
		this.hostname = isAddress ? StringPrototypeSlice(name, 1, -1) : name;
		return behind;
	}

	#takePath(text: string, parsesQuery: boolean): void {
		let rest = text;
		const hash = StringPrototypeIndexOf(rest, '#');
		if (hash !== -1) {
			this.hash = StringPrototypeSlice(rest, hash);
			rest = StringPrototypeSlice(rest, 0, hash);
		}
		const mark = StringPrototypeIndexOf(rest, '?');
		if (mark !== -1) {
			this.search = StringPrototypeSlice(rest, mark);
			this.query = StringPrototypeSlice(rest, mark + 1);
			rest = StringPrototypeSlice(rest, 0, mark);
		}
		if (parsesQuery) this.query = querystring.parse(this.query);
		if (rest !== '') this.pathname = rest;
		else if (SetPrototypeHas(slashedProtocol, this.protocol) && isText(this.hostname)) {
			this.pathname = '/';
		}
		if (this.pathname !== null || this.search !== null) {
			this.path = `${this.pathname ?? ''}${this.search ?? ''}`;
		}
	}

	/** The address these parts make. */
	format(): string {
		let protocol = this.protocol ?? '';
		if (protocol !== '' && !StringPrototypeEndsWith(protocol, ':')) protocol += ':';
		let pathname = replaceEvery(replaceEvery(this.pathname ?? '', '#', '%23'), '?', '%3F');
		const { query } = this;
		let search = this.search ?? '';
		if (search === '' && query !== null && typeof query === 'object') {
			search = querystring.stringify(query);
		}
		search = withMark(replaceEvery(search, '#', '%23'), '?');
		let host = this.#formatHost();
		if (this.slashes === true || SetPrototypeHas(slashedProtocol, protocol)) {
			if (this.slashes === true || host !== '') {
				if (pathname !== '' && !StringPrototypeStartsWith(pathname, '/')) {
					pathname = `/${pathname}`;
				}
				host = `//${host}`;
			} else if (protocol === 'file:') {
				host = '//';
			}
		}
		return `${protocol}${host}${pathname}${search}${withMark(this.hash ?? '', '#')}`;
	}

	#formatHost(): string {
		const login = isText(this.auth)
			? `${replaceEvery(encodeURIComponent(this.auth), '%3A', ':')}@`
			: '';
		if (isText(this.host)) return login + this.host;
		if (!isText(this.hostname)) return '';
		const isBare =
			StringPrototypeIncludes(this.hostname, ':') && !StringPrototypeStartsWith(this.hostname, '[');
		const port = isGiven(this.port) ? `:${this.port}` : '';
		return `${login}${isBare ? `[${this.hostname}]` : this.hostname}${port}`;
	}

	/** Where a link on the page at this address leads. */
	resolve(relative: string): string {
		return this.resolveObject(urlParse(relative, false, true)).format();
	}

	resolveObject(relative: string | Url): Url {
		const link = typeof relative === 'string' ? urlParse(relative, false, true) : relative;
		const result = ObjectAssign(new Url(), resolveParts(this, link));
		result.href = result.format();
		return result;
	}
}

function escapeAll(text: string): string {
	let escaped = text;
	for (let at = 0; at < escapes.length; at++) {
		const pair = escapes[at] as (typeof escapes)[number];
		escaped = replaceEvery(escaped, pair[0], pair[1]);
	}
	return escaped;
}

function isText(part: string | null | undefined): part is string {
	return typeof part === 'string' && part !== '';
}

/** False for 0, too: a port of a program may be a number. */
function isGiven(port: string | number | null | undefined): port is string | number {
	return port !== null && port !== undefined && port !== '' && port !== 0 && !NumberIsNaN(port);
}

function withMark(text: string, mark: string): string {
	return text === '' || StringPrototypeStartsWith(text, mark) ? text : mark + text;
}

/** Backslashes count as slashes, before the query. */
function forwardSlashes(text: string): string {
	const end = RegExpPrototypeExec(/[?#]/, text)?.index ?? text.length;
	return (
		replaceEvery(StringPrototypeSlice(text, 0, end), '\\', '/') + StringPrototypeSlice(text, end)
	);
}

function invalidUrl(input: string): Error {
	const error: Error & { input?: string } = new codes.ERR_INVALID_URL();
	error.input = input;
	return error;
}

/** The parts of an address, its query as an object if asked for. Without `slashesDenoteHost` `//x/y` is a path. */
export function urlParse(
	address: string | Url,
	parsesQuery = false,
	slashesDenoteHost = false
): Url {
	if (address instanceof Url) return address;
	return new Url().parse(address, parsesQuery, slashesDenoteHost);
}

/** The address of the parts; of a URL without the parts the options switch off. */
export function urlFormat(
	address: string | object,
	options?: { auth?: unknown; fragment?: unknown; search?: unknown; unicode?: unknown }
): string {
	if (typeof address === 'string') return urlParse(address).format();
	if (typeof address !== 'object' || (address as unknown) === null) {
		throw new codes.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], address);
	}
	if (!(address instanceof URL)) return ObjectAssign(new Url(), address).format();
	if (options !== undefined) validateObject(options, 'options');
	const isWanted = (option: unknown): boolean => option === undefined || Boolean(option);
	return formatURL(
		address.href,
		isWanted(options?.fragment),
		Boolean(options?.unicode),
		isWanted(options?.search),
		isWanted(options?.auth)
	);
}

export function urlResolve(from: string, to: string): string {
	return urlParse(from, false, true).resolve(to);
}

export function urlResolveObject(from: string, to: string): Url | string {
	return from === '' ? to : urlParse(from, false, true).resolveObject(to);
}
