// Where and as whom to connect: an amqp URL or the object form, both with amqplib's defaults.
// Source: amqplib documentation (connect); https://www.rabbitmq.com/docs/uri-spec; reference amqp.md section 2.

import type { Options, SocketOptions } from './amqplib-types.ts';
import {
	RegExpPrototypeExec,
	StringPrototypeSlice,
	StringPrototypeSplit,
	StringPrototypeToLowerCase,
	StringPrototypeTrim
} from '../runtime/primordials.ts';
import { type Credentials, plain } from './credentials.ts';

/** Everything the handshake needs. */
export interface ConnectTarget {
	readonly host: string;
	readonly port: number;
	readonly vhost: string;
	readonly credentials: Credentials;
	/** Limits asked for; 0 leaves the choice to the broker, NaN is refused when the handshake comes to it. */
	readonly channelMax: number;
	readonly frameMax: number;
	/** Seconds; 0 leaves the choice to the broker. */
	readonly heartbeat: number;
}

interface UrlParts {
	readonly protocol: string;
	readonly username: string;
	readonly password: string;
	readonly hostname: string;
	readonly port: number;
	readonly pathname: string;
	readonly query: Readonly<Record<string, string>>;
}

const decode = decodeURIComponent;
const integerOf = Number.parseInt;
const toNumber = Number;
const channelMaxDefault = 65535;
const frameMaxDefault = 131072;

// scheme: // [user[:password]@] host [:port] [/path] [?query]
const urlForm =
	/^([A-Za-z][A-Za-z0-9+.-]*:)(?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[\da-fA-F:.]*\]|[^\s:/?#<>@[\\\]^|]*)(?::(\d*))?(?=[/?#]|$))?(\/?[^?#]*)(?:\?([^#]*))?/;
const portMax = 65535;

/** Reads the first two arguments of connect. Throws for a protocol other than amqp and amqps. */
export function connectTarget(
	url: string | Options.Connect | null | undefined,
	options: SocketOptions | null | undefined
): ConnectTarget {
	return typeof url === 'object' && url !== null
		? targetOfObject(url, options)
		: targetOfUrl(url || 'amqp://localhost', options);
}

function targetOfUrl(url: string, options: SocketOptions | null | undefined): ConnectTarget {
	const parts = parseUrl(url);
	checkProtocol(parts.protocol);
	const hasUser = parts.username !== '' || parts.password !== '';
	const path = parts.pathname[0] === '/' ? StringPrototypeSlice(parts.pathname, 1) : parts.pathname;
	return {
		host: parts.hostname || 'localhost',
		port: parts.port || defaultPort(parts.protocol),
		vhost: path === '' ? '/' : unescape(path),
		credentials:
			options?.credentials ??
			(hasUser
				? plain(unescape(parts.username), unescape(parts.password))
				: plain('guest', 'guest')),
		...limits(parts.query)
	};
}

function targetOfObject(
	given: Options.Connect,
	options: SocketOptions | null | undefined
): ConnectTarget {
	const protocol = `${given.protocol || 'amqp'}:`;
	checkProtocol(protocol);
	const hasUser = Boolean(given.username) || Boolean(given.password);
	return {
		host: given.hostname || 'localhost',
		port: given.port || defaultPort(protocol),
		vhost: given.vhost ? unescape(given.vhost) : '/',
		credentials:
			options?.credentials ??
			given.credentials ??
			(hasUser ? plain(given.username ?? '', given.password ?? '') : plain('guest', 'guest')),
		...limits(given as Readonly<Record<string, unknown>>)
	};
}

function checkProtocol(protocol: string): void {
	if (protocol !== 'amqp:' && protocol !== 'amqps:') {
		throw new Error(`Expected amqp: or amqps: as the protocol; got ${protocol}`);
	}
}

function defaultPort(protocol: string): number {
	return protocol === 'amqp:' ? 5672 : 5671;
}

function limits(given: Readonly<Record<string, unknown>>) {
	return {
		channelMax: whole(given['channelMax'], channelMaxDefault),
		frameMax: whole(given['frameMax'], frameMaxDefault),
		heartbeat: whole(given['heartbeat'], 0)
	};
}

function whole(given: unknown, otherwise: number): number {
	return given === undefined || given === null ? otherwise : integerOf(given as string, 10);
}

/** A part of a URL with its escapes resolved; as it stands when they are malformed. */
function unescape(text: string): string {
	try {
		return decode(text);
	} catch {
		return text;
	}
}

/** The parts of a URL; all empty when it is none. */
function parseUrl(url: string): UrlParts {
	const match = RegExpPrototypeExec(urlForm, StringPrototypeTrim(url));
	const found = match === null || isBroken(match) ? null : match;
	return {
		protocol: StringPrototypeToLowerCase(found?.[1] ?? ''),
		username: found?.[2] ?? '',
		password: found?.[3] ?? '',
		hostname: withoutBrackets(StringPrototypeToLowerCase(found?.[4] ?? '')),
		port: toNumber(found?.[5] ?? '') || 0,
		pathname: found?.[6] ?? '',
		query: parseQuery(found?.[7] ?? '')
	};
}

/** What begins like an authority and cannot be read as one, or a port that is none. */
function isBroken(match: RegExpExecArray): boolean {
	const hasAuthority = match[4] !== undefined;
	const path = match[6] ?? '';
	return (
		(!hasAuthority && path[0] === '/' && path[1] === '/') || toNumber(match[5] ?? '') > portMax
	);
}

/** An IPv6 address stands in brackets in a URL. */
function withoutBrackets(host: string): string {
	return host[0] === '[' ? StringPrototypeSlice(host, 1, -1) : host;
}

function parseQuery(text: string): Record<string, string> {
	const query: Record<string, string> = {};
	const pairs = StringPrototypeSplit(text, '&');
	for (let index = 0; index < pairs.length; index++) {
		const pair = StringPrototypeSplit(pairs[index] as string, '=');
		if (pair[0] !== undefined && pair[0] !== '') query[unescape(pair[0])] = unescape(pair[1] ?? '');
	}
	return query;
}
