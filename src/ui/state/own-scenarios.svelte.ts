// A person's own scenarios, imported from folders and kept in this browser: a list, and each as the text of a share link
// (small enough for local storage; reading it is the library's). What does not fit stays open until the page is left, and says so.
import type { KeyValueStore } from './preferences.svelte.ts';

/** An entry of the list of own scenarios. */
export interface OwnListing {
	readonly id: string;
	readonly title: string;
	readonly description: string;
}

interface Removed {
	readonly listing: OwnListing;
	readonly text: string;
	readonly edits: string | null;
	readonly index: number;
}

const listKey = 'own';
const textKey = (id: string): string => `own:${id}`;
/** Where the workspace keeps edits of an own scenario. */
const editsKey = (id: string): string => `edits:mine/${id}`;

export class OwnScenarios {
	readonly #store: KeyValueStore;
	#list: readonly OwnListing[] = $state.raw([]);
	#removed: Removed | null = $state.raw(null);
	/** Texts the store had no room for, by id. */
	#unkept: Readonly<Record<string, string>> = {};

	constructor(store: KeyValueStore) {
		this.#store = store;
		this.#list = this.#storedList();
	}

	/** Oldest first. */
	get list(): readonly OwnListing[] {
		return this.#list;
	}

	/** The title of what was removed last, while that can be undone; null otherwise. */
	get removedTitle(): string | null {
		return this.#removed?.listing.title ?? null;
	}

	/**
	 * Adds a scenario under an id of its own, made from its title.
	 * @param text its share text
	 * @returns the id, and whether the browser had room to keep it
	 */
	add(
		text: string,
		title: string,
		description = ''
	): { readonly id: string; readonly isKept: boolean } {
		// Another tab may have added one meanwhile.
		this.#list = this.#withStored();
		const id = freeId(
			title,
			this.#list.map((listing) => listing.id)
		);
		this.#put({ id, title, description }, text, this.#list.length);
		return { id, isKept: !Object.hasOwn(this.#unkept, id) };
	}

	/** The share text; undefined when there is none of that id. */
	text(id: string): string | undefined {
		return this.#unkept[id] ?? this.#store.get(textKey(id)) ?? undefined;
	}

	/** Removes it with its edits; `undoRemove` brings both back. */
	remove(id: string): void {
		const index = this.#list.findIndex((listing) => listing.id === id);
		const listing = this.#list[index];
		const text = this.text(id);
		if (listing === undefined || text === undefined) return;
		this.#removed = { listing, text, edits: this.#store.get(editsKey(id)), index };
		this.#list = this.#withStored().filter((other) => other.id !== id);
		this.#unkept = Object.fromEntries(Object.entries(this.#unkept).filter(([kept]) => kept !== id));
		this.#store.remove(textKey(id));
		this.#store.remove(editsKey(id));
		this.#saveList();
	}

	/** Takes the last removal back. */
	undoRemove(): void {
		if (this.#removed === null) return;
		const { listing, text, edits, index } = this.#removed;
		this.#removed = null;
		this.#put(listing, text, index);
		if (edits !== null) this.#store.set(editsKey(listing.id), edits);
	}

	#put(listing: OwnListing, text: string, index: number): void {
		const key = textKey(listing.id);
		this.#store.set(key, text);
		this.#list = this.#list.toSpliced(index, 0, listing);
		// A store that is full keeps nothing and says nothing.
		if (this.#saveList() && this.#store.get(key) === text) return;
		this.#unkept = { ...this.#unkept, [listing.id]: text };
		this.#store.remove(key);
		this.#saveList();
	}

	/** @returns whether the store took it */
	#saveList(): boolean {
		const kept = this.#list.filter((listing) => !Object.hasOwn(this.#unkept, listing.id));
		const json = JSON.stringify(kept);
		this.#store.set(listKey, json);
		return this.#store.get(listKey) === json;
	}

	#storedList(): readonly OwnListing[] {
		try {
			const data: unknown = JSON.parse(this.#store.get(listKey) ?? '[]');
			return Array.isArray(data) ? data.flatMap((entry: unknown) => readListing(entry) ?? []) : [];
		} catch {
			return [];
		}
	}

	/** The stored list and what only this page knows. */
	#withStored(): readonly OwnListing[] {
		const unkept = this.#list.filter((listing) => Object.hasOwn(this.#unkept, listing.id));
		return [...this.#storedList(), ...unkept];
	}
}

function readListing(entry: unknown): OwnListing | null {
	if (typeof entry !== 'object' || entry === null) return null;
	const { id, title, description } = entry as Partial<Record<keyof OwnListing, unknown>>;
	if (typeof id !== 'string' || typeof title !== 'string') return null;
	return { id, title, description: typeof description === 'string' ? description : '' };
}

/** `My chat!` is `my-chat`, or `my-chat-2` when that is taken. */
function freeId(title: string, taken: readonly string[]): string {
	const wanted = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	const base = wanted === '' ? 'scenario' : wanted;
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${String(number)}`;
		if (!taken.includes(id)) return id;
	}
}
