// Where the page is, from the hash of its address, and back. Pure.

/** What the address names besides a place; none of it on pages without a run. */
interface Moment {
	/** Number of events before the cursor; absent: where the place begins by itself. */
	readonly event?: number | undefined;
}

/** A place where something runs. */
type RunRoute =
	| ({ readonly page: 'lesson'; readonly id: string } & Moment)
	| ({ readonly page: 'play'; readonly id: string } & Moment)
	/** A scenario of the person's own, kept in this browser. */
	| ({ readonly page: 'mine'; readonly id: string } & Moment)
	/** A scenario in the address itself. */
	| ({ readonly page: 'shared'; readonly text: string } & Moment);

export type Route =
	/** `course`: the address of a course of this site that is to be loaded. */
	| { readonly page: 'home'; readonly course?: string; readonly event?: undefined }
	| { readonly page: 'about'; readonly event?: undefined }
	/** What the teacher sees of a lesson, on another screen. */
	| { readonly page: 'teach'; readonly id: string; readonly event?: undefined }
	| RunRoute;

/** Does a route lead to something that runs? */
export const hasRun = (route: Route): route is RunRoute =>
	route.page !== 'home' && route.page !== 'about' && route.page !== 'teach';

/** Does a hash ask for the read-only view inside another page (`#/embed/play/amqp-rpc`, `#/embed/s/...`)? */
export const isEmbedHash = (hash: string): boolean => /^#\/embed\/(?:play|s)\/./.test(hash);

/** The hash of the read-only view of a route. */
export const embedHash = (route: Route): string => formatRoute(route).replace('#/', '#/embed/');

/** Reads a hash such as `#/play/amqp-rpc` or `#/play/amqp-rpc@120`; anything unknown is the home page. */
export function parseRoute(hash: string): Route {
	if (hash === '#/about') return { page: 'about' };
	const taught = /^#\/teach\/(.+)$/.exec(hash)?.[1];
	if (taught !== undefined) return { page: 'teach', id: decode(taught) };
	const course = /^#\/course\/(.+)$/.exec(hash)?.[1];
	if (course !== undefined) return { page: 'home', course: decode(course) };
	const [, page, rest, digits] =
		/^#\/(?:embed\/)?(lesson|play|mine|s)\/(.+?)(?:@(\d{1,9}))?$/.exec(hash) ?? [];
	if (page === undefined || rest === undefined) return { page: 'home' };
	const moment = digits === undefined ? {} : { event: Number(digits) };
	if (page === 's') return { page: 'shared', text: rest, ...moment };
	return {
		page: page === 'lesson' || page === 'mine' ? page : 'play',
		id: decode(rest),
		...moment
	};
}

/** The hash of a route. */
export function formatRoute(route: Route): string {
	const moment = route.event === undefined ? '' : `@${String(route.event)}`;
	switch (route.page) {
		case 'home':
			return route.course === undefined ? '#/' : `#/course/${encodeURI(route.course)}`;
		case 'about':
			return '#/about';
		case 'shared':
			return `#/s/${route.text}${moment}`;
		case 'teach':
			return `#/teach/${encodeURI(route.id)}`;
		case 'lesson':
		case 'play':
		case 'mine':
			return `#/${route.page}/${encodeURI(route.id)}${moment}`;
	}
}

/** Do both lead to the same place, whatever the moment? */
export function isSamePlace(a: Route, b: Route): boolean {
	return formatRoute({ ...a, event: undefined }) === formatRoute({ ...b, event: undefined });
}

function decode(text: string): string {
	try {
		return decodeURI(text);
	} catch {
		return text;
	}
}
