// Where a link leads, for the older half of the module url.
// Source: https://nodejs.org/docs/latest-v20.x/api/url.html#urlresolvefrom-to, and what Node.js 20 answers.
// Differs: addresses of protocols without a fixed form (amqp:, mailto:) keep their host, which Node.js
// treats as a folder. Links of dots alone, on a page without a host, do not always end as there.

import type { Url } from './legacy-url.ts';
import {
	ArrayPrototypeConcat,
	ArrayPrototypeJoin,
	ArrayPrototypePop,
	SetPrototypeHas,
	StringPrototypeSplit,
	StringPrototypeStartsWith
} from './primordials.ts';
import { slashedProtocol } from './web-url.ts';

type Parts = Omit<Url, 'parse' | 'format' | 'resolve' | 'resolveObject'>;

/** The parts of the address that `link` means on the page at `base`; `href` is left to the caller. */
export function resolveParts(base: Parts, link: Parts): Parts {
	const protocol = link.protocol ?? base.protocol;
	if (link.href === '') return { ...base, hash: null };
	if (link.protocol !== null && link.protocol !== base.protocol) {
		return SetPrototypeHas(slashedProtocol, protocol) && link.host === null && protocol !== 'file:'
			? hostFromPath(base, link)
			: { ...link };
	}
	if (link.host !== null) {
		const root = SetPrototypeHas(slashedProtocol, protocol) && link.host !== '' ? '/' : null;
		return withPath({ ...link, protocol }, link.pathname ?? root, link);
	}
	if (link.pathname === null) {
		const query = link.search === null ? base : link;
		return { ...withPath(base, base.pathname, query, false), hash: link.hash };
	}
	const isAbsolute = StringPrototypeStartsWith(link.pathname, '/');
	const path = isAbsolute ? link.pathname : besidePath(base.pathname, link.pathname);
	return { ...withPath(base, path, link), hash: link.hash };
}

/** `http:name/path` on a page of another protocol: the first name is the host. */
function hostFromPath(base: Parts, link: Parts): Parts {
	const names = StringPrototypeSplit(link.pathname ?? '', '/');
	const host = names[0] ?? '';
	let path = '';
	for (let index = 1; index < names.length; index++) path += `/${String(names[index])}`;
	const pathname = path === '' ? '/' : path;
	const slashes = base.slashes === true || host !== '' ? true : null;
	return { ...link, slashes, host, hostname: host, ...pathParts(pathname, link) };
}

/** A path in the folder of another. */
function besidePath(path: string | null, relative: string): string {
	const folder = StringPrototypeSplit(path ?? '', '/');
	ArrayPrototypePop(folder);
	return ArrayPrototypeJoin(ArrayPrototypeConcat(folder, [relative]), '/');
}

function withPath(parts: Parts, path: string | null, query: Parts, isCleaned = true): Parts {
	if (path === null || path === '') return { ...parts, ...pathParts(path, query) };
	const hasHost = parts.host !== null && parts.host !== '';
	const cleaned = isCleaned ? withoutDots(path, hasHost) : path;
	return { ...parts, ...pathParts(cleaned, query) };
}

function pathParts(
	pathname: string | null,
	query: Parts
): Pick<Parts, 'pathname' | 'search' | 'query' | 'path'> {
	const hasPath = pathname !== null || query.search !== null;
	return {
		pathname,
		search: query.search,
		query: query.query,
		path: hasPath ? `${pathname ?? ''}${query.search ?? ''}` : null
	};
}

/** The path with `.` and `..` walked; above the root there is only the root. */
function withoutDots(path: string, hasHost: boolean): string {
	const isFromRoot = hasHost || StringPrototypeStartsWith(path, '/');
	const steps = StringPrototypeSplit(path, '/');
	const names: string[] = [];
	let isFolder = false;
	for (let index = StringPrototypeStartsWith(path, '/') ? 1 : 0; index < steps.length; index++) {
		const step = steps[index] as string;
		isFolder = step === '.' || step === '..';
		if (step === '.') continue;
		const last = names[names.length - 1];
		if (step !== '..') names[names.length] = step;
		else if (last !== undefined && last !== '..') ArrayPrototypePop(names);
		else if (!isFromRoot) names[names.length] = step;
	}
	const whole = ArrayPrototypeJoin(names, '/');
	const end = isFolder && names.length > 0 ? '/' : '';
	return `${isFromRoot ? '/' : ''}${whole}${end}`;
}
