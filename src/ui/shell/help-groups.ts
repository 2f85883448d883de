// The keys as the help dialog lists them: by group, those that fit what is searched.
import { keyBindings } from '../shared/key-bindings.ts';
import type { KeyWords } from '../text/keys.ts';

interface HelpKey {
	readonly shown: string;
	readonly does: string;
}

export interface HelpGroup {
	readonly name: string;
	readonly keys: readonly HelpKey[];
}

/** The groups in the order of the table, without empty ones. `searched`: a part of a key or of what it does. */
export function helpGroups(words: KeyWords, searched: string): readonly HelpGroup[] {
	const wanted = searched.trim().toLowerCase();
	const fits = ({ shown, does }: HelpKey): boolean =>
		`${shown}\n${does}`.toLowerCase().includes(wanted);
	const pageKeys = (['time', 'steps', 'moments', 'stage', 'places', 'page'] as const).map(
		(group) => ({
			name: words.groups[group],
			keys: keyBindings
				.filter((binding) => binding.group === group)
				.map(({ key, shown, command }) => ({
					shown: key === ' ' ? words.space : shown,
					does: words.does[command]
				}))
		})
	);
	const editor = {
		name: words.groups.editor,
		keys: [
			{ shown: 'Ctrl Enter', does: words.runNow },
			{ shown: 'Ctrl S', does: words.save }
		]
	};
	return [...pageKeys, editor]
		.map(({ name, keys }) => ({ name, keys: keys.filter(fits) }))
		.filter(({ keys }) => keys.length > 0);
}
