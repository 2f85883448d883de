// What others have contributed to this page: the notices the build wrote beside it (vite.third-party.ts).

/** A package in the site, with the texts its licence asks to pass on. */
export interface Notice {
	readonly name: string;
	readonly version: string;
	/** As the package names it, e.g. `MIT`. */
	readonly licence: string;
	readonly texts: readonly string[];
}

/** Where the page is one file, they lie in an element of this id. */
const elementId = 'third-party.json';

/** Fetches the notices. Rejects when they cannot be had: without a network, or in development, where nothing is built. */
export async function loadNotices(): Promise<readonly Notice[]> {
	const held = document.getElementById(elementId)?.textContent;
	if (held !== undefined) return JSON.parse(held) as readonly Notice[];
	const response = await fetch(new URL('third-party.json', document.baseURI));
	if (!response.ok) throw new Error(`third-party.json: ${response.status}`);
	return (await response.json()) as readonly Notice[];
}
