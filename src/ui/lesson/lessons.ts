// The built-in lessons, loaded when the page first lists or opens one.
import type { Catalogue } from '#lesson';

let loading: Promise<Catalogue> | undefined;

/** The catalogue of built-in scenarios and lessons (`lessons`: id, title, summary, track, minutes). */
export function loadCatalogue(): Promise<Catalogue> {
	loading ??= import('#lesson').then(({ builtIn }) => builtIn);
	return loading;
}
