// Addresses that hold a scenario, and the code that shows one inside another page. Pure.
import { embedHash, formatRoute, type Route } from '../state/route.ts';

/**
 * Characters of an address that every browser opens and shows (Chromium shows no longer ones); above that, a file is the way.
 * Source: chromium/chromium url/url_constants.h, kMaxURLChars and content's kMaxURLDisplayChars.
 */
export const addressCharactersMax = 32_000;
/** Above this, programs for chat and mail may cut a link. */
export const addressCharactersLong = 2000;

export interface SharedAddress {
	readonly address: string;
	/** Nobody should rely on an address of this length. */
	readonly isTooLong: boolean;
	/** It works in a browser, but may be cut on the way. */
	readonly isLong: boolean;
}

/** @param base address of the page, with or without a hash */
export function sharedAddress(base: string, route: Route): SharedAddress {
	return measured(withHash(base, formatRoute(route)));
}

/** The read-only view of the same, for an iframe. */
export function embedAddress(base: string, route: Route): SharedAddress {
	return measured(withHash(base, embedHash(route)));
}

/** HTML that shows an address in a frame. */
export function embedCode(address: string, title: string): string {
	return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="960" height="600" style="border: 0" loading="lazy"></iframe>`;
}

/** `900 characters`-like sizes as people read them: `0.9 kB`, `31.4 kB`. */
export function sizeText(characters: number): string {
	return `${(characters / 1000).toFixed(1)} kB`;
}

function measured(address: string): SharedAddress {
	const { length } = address;
	return {
		address,
		isTooLong: length > addressCharactersMax,
		isLong: length > addressCharactersLong
	};
}

function withHash(base: string, hash: string): string {
	const end = base.indexOf('#');
	return (end < 0 ? base : base.slice(0, end)) + hash;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

const attribute = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
