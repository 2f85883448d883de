// Where the page is, from the hash of its address, and back. Pure.

export type Route =
	| { readonly page: 'home' }
	| { readonly page: 'lesson'; readonly id: string }
	| { readonly page: 'play'; readonly id: string }
	/** A scenario of the person's own, kept in this browser. */
	| { readonly page: 'mine'; readonly id: string }
	/** A scenario in the address itself. */
	| { readonly page: 'shared'; readonly text: string };

/** Reads a hash such as `#/play/amqp-rpc`; anything unknown is the home page. */
export function parseRoute(hash: string): Route {
	const [, page, rest] = /^#\/(lesson|play|mine|s)\/(.+)$/.exec(hash) ?? [];
	if (page === undefined || rest === undefined) return { page: 'home' };
	if (page === 's') return { page: 'shared', text: rest };
	return { page: page === 'lesson' || page === 'mine' ? page : 'play', id: decode(rest) };
}

/** The hash of a route. */
export function formatRoute(route: Route): string {
	switch (route.page) {
		case 'home':
			return '#/';
		case 'shared':
			return `#/s/${route.text}`;
		case 'lesson':
		case 'play':
		case 'mine':
			return `#/${route.page}/${encodeURI(route.id)}`;
	}
}

function decode(text: string): string {
	try {
		return decodeURI(text);
	} catch {
		return text;
	}
}
