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

/** The person's own scenarios. */
export const browserDocuments = documentsIn('roundtrip', 'scenarios');
/** Courses loaded from a file or an address. A database of its own: one made before cannot take a further store. */
export const browserCourses = documentsIn('roundtrip-courses', 'courses');

function documentsIn(database: string, name: string): DocumentStore {
	let opened: UseStore | undefined;
	const store = (): UseStore => (opened ??= createStore(database, name));
	return {
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
}
