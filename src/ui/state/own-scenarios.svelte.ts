// A person's own scenarios, kept in this browser with their versions. What does not fit stays until the page is left, and
// whoever saves is told so. What an earlier page kept in local storage moves over, and goes there only when it has arrived.
import type { DocumentStore } from './document-store.ts';
import {
	freeId,
	fromFormat1,
	keptText,
	readKept,
	withVersion,
	type KeptScenario,
	type KeptVersion
} from './kept-scenario.ts';
import type { KeyValueStore } from './preferences.svelte.ts';

interface Removed {
	readonly kept: KeptScenario;
	readonly edits: string | null;
	readonly index: number;
}

/** Where format 1 had its list, and each scenario's text. */
const oldListKey = 'own';
const oldTextKey = (id: string): string => `own:${id}`;
/** Where the draft keeps edits of an own scenario. */
const editsKey = (id: string): string => `edits:mine/${id}`;

export class OwnScenarios {
	readonly #documents: DocumentStore;
	readonly #store: KeyValueStore;
	#list: readonly KeptScenario[] = $state.raw([]);
	#removed: Removed | null = $state.raw(null);
	/** Ids in the browser that this page cannot read: a newer one wrote them. They stay. */
	#unread: readonly string[] = $state.raw([]);

	private constructor(documents: DocumentStore, store: KeyValueStore) {
		this.#documents = documents;
		this.#store = store;
	}

	/** Reads what the browser keeps. */
	static async load(documents: DocumentStore, store: KeyValueStore): Promise<OwnScenarios> {
		const own = new OwnScenarios(documents, store);
		await own.#read();
		await own.#moveFormat1();
		return own;
	}

	/** By title. */
	get list(): readonly KeptScenario[] {
		return this.#list;
	}

	/** How many scenarios are kept here that only a newer page can read. */
	get unreadCount(): number {
		return this.#unread.length;
	}

	/** The title of what was removed last, while that can be undone; null otherwise. */
	get removedTitle(): string | null {
		return this.#removed?.kept.title ?? null;
	}

	/** The scenario of this id; undefined when there is none. */
	find(id: string): KeptScenario | undefined {
		return this.#list.find((kept) => kept.id === id);
	}

	/** The newest version's share text; undefined when there is none of that id. */
	text(id: string): string | undefined {
		return this.find(id)?.versions.at(-1)?.text;
	}

	/**
	 * Keeps a scenario under an id of its own, made from its title.
	 * @param versions oldest first, at least one
	 * @returns the id, and whether the browser had room for it
	 */
	async add(
		title: string,
		description: string,
		versions: readonly KeptVersion[]
	): Promise<{ readonly id: string; readonly isKept: boolean }> {
		// Another tab may have added one meanwhile.
		const others = (await this.#documents.all()) ?? [];
		const ids = [...this.#list.map((kept) => kept.id), ...others.map(([id]) => id)];
		const id = freeId(title, ids);
		return { id, isKept: await this.#put({ id, title, description, versions }) };
	}

	/** Saves the scenario as it is now. @returns whether the browser had room for it */
	async saveVersion(id: string, text: string, name: string, savedAt: number): Promise<boolean> {
		const kept = await this.#newest(id);
		return kept !== undefined && this.#put(withVersion(kept, { savedAt, name, text }));
	}

	/** @returns whether the browser had room for it */
	async rename(id: string, title: string): Promise<boolean> {
		const kept = await this.#newest(id);
		return kept !== undefined && this.#put({ ...kept, title });
	}

	/** Removes it with its edits; `undoRemove` brings both back. */
	async remove(id: string): Promise<void> {
		const index = this.#list.findIndex((kept) => kept.id === id);
		const kept = this.#list[index];
		if (kept === undefined) return;
		this.#removed = { kept, edits: this.#store.get(editsKey(id)), index };
		this.#list = this.#list.toSpliced(index, 1);
		this.#store.remove(editsKey(id));
		await this.#documents.remove(id);
	}

	/** Takes the last removal back. */
	async undoRemove(): Promise<void> {
		if (this.#removed === null) return;
		const { kept, edits } = this.#removed;
		this.#removed = null;
		if (edits !== null) this.#store.set(editsKey(kept.id), edits);
		await this.#put(kept);
	}

	async #put(kept: KeptScenario): Promise<boolean> {
		const others = this.#list.filter((other) => other.id !== kept.id);
		this.#list = byTitle([...others, kept]);
		return this.#documents.keep(kept.id, keptText(kept));
	}

	/** As it is in the browser, where another tab may have saved, else as this page knows it. */
	async #newest(id: string): Promise<KeptScenario | undefined> {
		const all = (await this.#documents.all()) ?? [];
		const stored = all.find(([other]) => other === id);
		return (stored === undefined ? null : readKept(stored[1])) ?? this.find(id);
	}

	async #read(): Promise<void> {
		const all = (await this.#documents.all()) ?? [];
		const read = all.map(([id, text]) => [id, readKept(text)] as const);
		this.#list = byTitle(read.flatMap(([, kept]) => (kept === null ? [] : [kept])));
		this.#unread = read.flatMap(([id, kept]) => (kept === null ? [id] : []));
	}

	async #moveFormat1(): Promise<void> {
		const list = this.#format1List();
		if (list === null) return;
		let isComplete = true;
		for (const entry of list) {
			const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : '';
			const kept = fromFormat1(entry, this.#store.get(oldTextKey(String(id))));
			if (kept === null) continue;
			if (await this.#take(kept)) this.#store.remove(oldTextKey(kept.id));
			else isComplete = false;
		}
		if (isComplete) this.#store.remove(oldListKey);
	}

	/** Takes a scenario over unless it has been, by a page that was closed before it had tidied up. */
	async #take(kept: KeptScenario): Promise<boolean> {
		const there = this.find(kept.id);
		if (there === undefined) return this.#put(kept);
		if (there.versions.some(({ text }) => text === kept.versions[0]?.text)) return true;
		return (await this.add(kept.title, kept.description, kept.versions)).isKept;
	}

	#format1List(): readonly unknown[] | null {
		try {
			const data: unknown = JSON.parse(this.#store.get(oldListKey) ?? 'null');
			return Array.isArray(data) ? data : null;
		} catch {
			return null;
		}
	}
}

const byTitle = (list: readonly KeptScenario[]): readonly KeptScenario[] =>
	list.toSorted((a, b) => (a.title === b.title ? 0 : a.title < b.title ? -1 : 1));
