// What a bundle's modules import, for whoever cuts a bundle into files.
import type { Rolldown } from 'vite';

/** Ids of a module and all it imports, as far as it goes; not of what is imported later. */
export function reachedFrom(module: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
	const reached = new Set([module]);
	// A set that grows is walked to its new end.
	for (const id of reached) {
		for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
	}
	return reached;
}
