// How the site's code is cut into files. Left alone the bundler makes a file of every few modules that the same panes
// share: before the first picture a visitor would fetch three dozen, each compressed by itself.
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { reachedFrom } from './vite.module-graph.ts';

type Group = Rolldown.CodeSplittingGroup;

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** What the page needs at once in one file, but in another what the worker needs, too; the rest of the worker is its own. */
function neededAtOnce(): Group {
	let reached: readonly [page: ReadonlySet<string>, worker: ReadonlySet<string>] | undefined;
	return {
		debugName: 'needed at once',
		tags: ['$initial'],
		name: (id, graph) => {
			const [page, worker] = (reached ??= [
				reachedFrom(source('main.ts'), graph),
				reachedFrom(source('worker/simulation-worker.ts'), graph)
			]);
			if (!page.has(id)) return null;
			return worker.has(id) ? 'run' : 'page';
		}
	};
}

/**
 * Every Chinese word of the page in one file: whoever reads Chinese asks once, and no pane appears in English first. With
 * it come the places of the lessons' own words.
 */
const chinese: Group = {
	name: 'chinese',
	test: /\/src\/ui\/text\/zh\/|virtual:built-in\/translations$/
};

/** The icons of a lesson in one file: each is drawn by other panes, too, and would be a file of its own. */
function lessonIcons(): Group {
	let reached: ReadonlySet<string> | undefined;
	return {
		debugName: 'icons of a lesson',
		name: (id, graph) => {
			reached ??= reachedFrom(source('ui/lesson/LessonPane.svelte'), graph);
			return reached.has(id) && id.includes('/@lucide/') ? 'lesson-icons' : null;
		}
	};
}

/** Modules go to the first group that takes them, without what they import. */
export const codeGroups: Group[] = [chinese, neededAtOnce(), lessonIcons()].map((group) => ({
	...group,
	includeDependenciesRecursively: false
}));

/**
 * What is announced to the browser when one file loads another later: all that one needs, so that it comes at once. A worker
 * has no document to announce it in, and Vite asks for one: for the files it has nothing is announced.
 */
export function announced(
	_file: string,
	needed: string[],
	{ hostId }: { readonly hostId: string }
): string[] {
	return /\/(?:run|simulation-worker)-[^/]+$/.test(hostId) ? [] : needed;
}
