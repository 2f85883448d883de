// Which groups a person opened or folded on the stage, for each scenario; remembered. What nobody chose, stage-form.ts does.
import type { PageState } from '../state/index.ts';
import { parseChoices, withChoice, writeChoices } from './group-choices.ts';
import type { GroupChoice, GroupChoices } from './stage-form.ts';

export class StageGroups {
	readonly #page: PageState;
	/** The choices for a scenario as they were made last on this page; null before. */
	#made: { readonly key: string; readonly choices: GroupChoices } | null = $state.raw(null);

	constructor(page: PageState) {
		this.#page = page;
	}

	readonly #key: string = $derived.by(() => {
		const { scenario } = this.#page.workspace;
		return `stage-groups ${scenario?.id ?? scenario?.title ?? ''}`;
	});

	/** Choices for the scenario shown. */
	readonly choices: GroupChoices = $derived.by(() =>
		this.#made?.key === this.#key
			? this.#made.choices
			: parseChoices(this.#page.preferences.read(this.#key))
	);

	choose(group: string, choice: GroupChoice): void {
		const choices = withChoice(this.choices, group, choice);
		this.#made = { key: this.#key, choices };
		this.#page.preferences.write(this.#key, writeChoices(choices));
	}
}
