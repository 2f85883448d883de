// Moments of a scenario a person wants to come back to: added, named and removed, kept in the browser with the scenario.
// A bookmark holds its virtual time as well: when the run is computed anew with other events, it stays at its time.
import type { Trace } from '#trace';
import type { PageState } from '../state/index.ts';
import { formatRoute, type Route } from '../state/route.ts';

export interface Bookmark {
	/** Cursor position it was set at. */
	readonly event: number;
	/** Virtual time there, microseconds. */
	readonly us: number;
	/** Given by the person; '' when none was. */
	readonly name: string;
}

export class Bookmarks {
	readonly #page: PageState;
	/** Lists changed since the page was opened, by place. */
	#changed: Readonly<Record<string, readonly Bookmark[]>> = $state.raw({});

	constructor(page: PageState) {
		this.#page = page;
	}

	readonly #place: string = $derived.by(() => placeOf(this.#page.view.route));

	/** In the order of the run. */
	readonly list: readonly Bookmark[] = $derived.by(
		() =>
			this.#changed[this.#place] ?? readList(this.#page.preferences.read(storageName(this.#place)))
	);

	/** The bookmark at the cursor; undefined when there is none. */
	get here(): Bookmark | undefined {
		const { cursor } = this.#page.playback;
		return this.list.find((bookmark) => this.cursorOf(bookmark) === cursor);
	}

	/** Where a bookmark is in the run as it is now. */
	cursorOf(bookmark: Bookmark): number {
		return cursorOfBookmark(bookmark, this.#page.playback.trace, this.#page.playback.length);
	}

	/** Sets one at the cursor. */
	add(name = ''): Bookmark {
		const { playback } = this.#page;
		const bookmark = { event: playback.cursor, us: playback.event?.at ?? 0, name };
		this.#save([...this.list, bookmark].sort((a, b) => a.event - b.event));
		return bookmark;
	}

	remove(bookmark: Bookmark): void {
		this.#save(this.list.filter((other) => other !== bookmark));
	}

	rename(bookmark: Bookmark, name: string): void {
		this.#save(this.list.map((other) => (other === bookmark ? { ...other, name } : other)));
	}

	/** Moves the cursor there; as soon as the run has got so far. */
	goTo(bookmark: Bookmark): void {
		this.#page.playback.seekWhenThere(this.cursorOf(bookmark));
	}

	/** Moves the cursor to the nearest bookmark in a direction. @returns whether there is one */
	jump(direction: 1 | -1): boolean {
		const { cursor } = this.#page.playback;
		const further = this.list.filter((each) => (this.cursorOf(each) - cursor) * direction > 0);
		const nearest = direction > 0 ? further[0] : further.at(-1);
		if (nearest !== undefined) this.goTo(nearest);
		return nearest !== undefined;
	}

	#save(list: readonly Bookmark[]): void {
		this.#changed = { ...this.#changed, [this.#place]: list };
		this.#page.preferences.write(storageName(this.#place), JSON.stringify(list));
	}
}

/** The cursor position of a bookmark: its own when the same time is there, else the one of its time. */
export function cursorOfBookmark({ event, us }: Bookmark, trace: Trace, length: number): number {
	if (event <= 0 || event > length) return Math.max(event, 0);
	return trace.event(event - 1).at === us ? event : trace.cursorAtTime(us);
}

/** The list kept in the browser; what is not a bookmark is left out. */
export function readList(json: string | null): readonly Bookmark[] {
	try {
		const data: unknown = JSON.parse(json ?? '[]');
		return Array.isArray(data) ? data.flatMap((entry: unknown) => readBookmark(entry) ?? []) : [];
	} catch {
		return [];
	}
}

function readBookmark(entry: unknown): Bookmark | null {
	if (typeof entry !== 'object' || entry === null) return null;
	const { event, us, name } = entry as Partial<Record<keyof Bookmark, unknown>>;
	if (!Number.isSafeInteger(event) || typeof us !== 'number' || typeof name !== 'string')
		return null;
	return { event: event as number, us, name };
}

const storageName = (place: string): string => `bookmarks:${place}`;

/** Names a place for storage. A scenario in the address is named by a number made of its text. */
function placeOf(route: Route): string {
	if (route.page !== 'shared') return formatRoute({ ...route, event: undefined }).slice(2);
	let sum = 0;
	for (const character of route.text) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) | 0;
	return `s/${String(route.text.length)}-${(sum >>> 0).toString(36)}`;
}
