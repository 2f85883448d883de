// Edits of a progress file for lessons that have other edits here: each becomes a scenario of the person's own, so that neither
// side is lost.
import { toShareText } from '../shared/share-text.ts';
import { editedScenario } from '../state/scenario-edits.ts';
import { readStoredEdits } from '../state/stored-edits.ts';
import type { Library } from '../state/index.ts';
import type { Merged } from '../lesson/progress-file.ts';

/** @returns how many were kept so; those of lessons that are not here cannot be run and are left out */
export async function keepApart(conflicts: Merged['conflicts'], library: Library): Promise<number> {
	let kept = 0;
	for (const { place, edits } of conflicts) {
		const lesson = await library.lesson(place, 'en');
		const read = readStoredEdits(edits);
		if (lesson === undefined || read === null) continue;
		const { id: _, ...scenario } = editedScenario(lesson.scenario, read);
		const own = await library.loadOwn();
		const version = { savedAt: Date.now(), name: '', text: toShareText(scenario) };
		await own.add(lesson.title, lesson.summary, [version]);
		kept += 1;
	}
	return kept;
}
