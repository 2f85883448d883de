// URL and URLSearchParams of the WHATWG standard, and what Node.js' older url module needs of them.
// Differs: host names with characters outside ASCII are not converted to Punycode.
// Source: the package whatwg-url-minimum; Node.js v20 lib/internal/url.js for how they print.

import { URL as StandardURL, URLSearchParams as StandardParams } from 'whatwg-url-minimum';
import {
	FunctionPrototypeSymbolHasInstance,
	ObjectAssign,
	ObjectCreate,
	ObjectDefineProperty,
	StringPrototypeToLowerCase,
	toText
} from './primordials.ts';
import { codes } from './error-codes.ts';
import { inspect } from './inspect.ts';
import { ground } from './inspect-ground.ts';
import { customInspectSymbol } from './custom-inspect.ts';

interface InspectContext {
	readonly depth: number | null;
	readonly indentationLvl?: number;
	readonly showHidden?: boolean;
}

/** The class URL. Throws ERR_INVALID_URL as Node.js does. */
export class URL extends StandardURL {
	constructor(input: string, base?: string | URL) {
		const text = toText(input);
		try {
			if (base === undefined) super(text);
			else super(text, toText(base));
		} catch {
			const error = new codes.ERR_INVALID_URL() as Error & { input?: string; base?: string };
			error.input = text;
			if (base !== undefined) error.base = toText(base);
			throw error;
		}
	}

	static override canParse(input: string, base?: string): boolean {
		try {
			return new URL(input, base) instanceof URL;
		} catch {
			return false;
		}
	}
}

export const URLSearchParams = StandardParams;

/** True for an instance of URL. */
export function isURLInstance(value: unknown): value is URL {
	return (
		typeof (value as { href?: unknown }).href === 'string' &&
		FunctionPrototypeSymbolHasInstance(URL, value)
	);
}
ground.isURL = isURLInstance;

const shownParts = [
	'href',
	'origin',
	'protocol',
	'username',
	'password',
	'host',
	'hostname',
	'port',
	'pathname',
	'search',
	'searchParams',
	'hash'
] as const;

ObjectDefineProperty(URL.prototype, customInspectSymbol, {
	value(this: URL, depth: number, context: InspectContext): unknown {
		if (typeof depth === 'number' && depth < 0) return this;
		const shown: Record<string, unknown> = {};
		for (let index = 0; index < shownParts.length; index++) {
			const part = shownParts[index] as (typeof shownParts)[number];
			shown[part] = this[part];
		}
		return `URL ${inspect(shown, context)}`;
	},
	configurable: true,
	writable: true
});

ObjectDefineProperty(URLSearchParams.prototype, customInspectSymbol, {
	value(
		this: InstanceType<typeof URLSearchParams>,
		depth: number,
		context: InspectContext
	): unknown {
		if (typeof depth === 'number' && depth < 0) return '[Object]';
		const inner = ObjectAssign(ObjectCreate(null) as object, context);
		const pairs: string[] = [];
		let length = 0;
		this.forEach((value: string, name: string) => {
			const pair = `${inspect(name, inner)} => ${inspect(value, inner)}`;
			length += pair.length + 2;
			pairs[pairs.length] = pair;
		});
		if (pairs.length === 0) return 'URLSearchParams {}';
		let text = 'URLSearchParams {';
		const isLong = length > 72;
		for (let index = 0; index < pairs.length; index++) {
			text += `${index === 0 ? '' : ','}${isLong ? '\n  ' : ' '}${String(pairs[index])}`;
		}
		return `${text}${isLong ? '' : ' '}}`;
	},
	configurable: true,
	writable: true
});

/** The protocols the older module treats apart. */
export const unsafeProtocol = new Set(['javascript', 'javascript:']);
export const hostlessProtocol = unsafeProtocol;
export const slashedProtocol = new Set(
	['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'].flatMap((name) => [name, `${name}:`])
);

/** The host name in small letters; what is outside ASCII stays as it is. */
export function toASCII(host: string): string {
	return StringPrototypeToLowerCase(host);
}

/** A URL's text without the parts the options switch off. */
export function formatURL(
	href: string,
	hasFragment: boolean,
	_isUnicode: boolean,
	hasSearch: boolean,
	hasAuth: boolean
): string {
	const url = new URL(href);
	if (!hasFragment) url.hash = '';
	if (!hasSearch) url.search = '';
	if (!hasAuth) {
		url.username = '';
		url.password = '';
	}
	return url.href;
}
