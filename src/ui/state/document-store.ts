// Where texts of any size are kept in this browser: IndexedDB, through idb-keyval. Storage that is full, forbidden or damaged
// is no error: what cannot be kept says so.
import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** Texts by name. */
export interface DocumentStore {
	/** All there is; null when nothing can be read or kept here. */
	all(): Promise<readonly (readonly [id: string, text: string])[] | null>;
	/** @returns whether it is kept now */
	keep(id: string, text: string): Promise<boolean>;
	/** @returns whether it is gone now */
	remove(id: string): Promise<boolean>;
}

let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('roundtrip', 'scenarios'));

export const browserDocuments: DocumentStore = {
	async all() {
		try {
			const all = await entries<string, unknown>(store());
			return all.flatMap(([id, text]) => (typeof text === 'string' ? [[id, text] as const] : []));
		} catch {
			return null;
		}
	},
	async keep(id, text) {
		try {
			await set(id, text, store());
			return (await get(id, store())) === text;
		} catch {
			return false;
		}
	},
	async remove(id) {
		try {
			await del(id, store());
			return true;
		} catch {
			return false;
		}
	}
};
