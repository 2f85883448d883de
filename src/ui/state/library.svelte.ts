// What there is to open: lessons and scenarios, and opening what the address names.
import type { Catalogue, LessonListing, ScenarioListing } from '#lesson';
import { fromShareText, problemLines } from '#scenario';
import type { Route } from './route.ts';
import type { Workspace } from './workspace.svelte.ts';

export class Library {
	readonly #loadCatalogue: () => Promise<Catalogue>;
	#catalogue: Catalogue | null = $state.raw(null);
	#problem: string | null = $state(null);

	/** @param loadCatalogue loads the built-in content once; later calls give the same promise */
	constructor(loadCatalogue: () => Promise<Catalogue>) {
		this.#loadCatalogue = loadCatalogue;
	}

	/** The built-in lessons; empty until loaded. */
	get lessons(): readonly LessonListing[] {
		return this.#catalogue?.lessons ?? [];
	}

	/** The built-in scenarios; empty until loaded. */
	get scenarios(): readonly ScenarioListing[] {
		return this.#catalogue?.scenarios ?? [];
	}

	/** The built-in scenarios by group, in the order of the list; scenarios of no group come under `More`. */
	get scenarioGroups(): readonly (readonly [string, readonly ScenarioListing[]])[] {
		const groups: [string, ScenarioListing[]][] = [];
		for (const scenario of this.scenarios) {
			const title = scenario.group === '' ? 'More' : scenario.group;
			const last = groups.at(-1);
			if (last?.[0] === title) last[1].push(scenario);
			else groups.push([title, [scenario]]);
		}
		return groups;
	}

	/** Why the address could not be opened, in words; null when it could. */
	get problem(): string | null {
		return this.#problem;
	}

	/** Opens what a route names. A lesson opens its scenario itself. */
	async open(route: Route, workspace: Workspace): Promise<void> {
		this.#problem = null;
		if (route.page === 'home') workspace.close();
		if (route.page === 'shared') this.#openShared(route.text, workspace);
		this.#catalogue = await this.#loadCatalogue();
		if (route.page === 'play') this.#openBuiltIn(route.id, workspace);
		if (route.page === 'lesson' && !this.lessons.some(({ id }) => id === route.id)) {
			this.#problem = `There is no lesson called “${route.id}”.`;
		}
	}

	#openBuiltIn(id: string, workspace: Workspace): void {
		const scenario = this.#catalogue?.scenario(id);
		if (scenario === undefined) this.#problem = `There is no scenario called “${id}”.`;
		else workspace.open(scenario, `play/${id}`);
	}

	#openShared(text: string, workspace: Workspace): void {
		const parsed = fromShareText(text);
		if (parsed.ok) workspace.open(parsed.value, '');
		else this.#problem = `This link cannot be opened.\n${problemLines(parsed.problems).join('\n')}`;
	}
}
