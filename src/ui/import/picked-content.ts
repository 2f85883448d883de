// What somebody picked turns out to be. The reader of lessons is fetched only for what looks like a course.
import { isProgressText } from '../lesson/progress-file.ts';
import type { CoursePick } from './course-pick.ts';
import { mayBeCourse } from './course-signs.ts';
import { ImportPlan } from './import-plan.svelte.ts';
import { keptFileOf, type KeptFile } from './kept-file.ts';
import { readPicked, type Picked } from './picked-folder.ts';

export type PickedContent =
	/** A scenario of somebody's own with its versions. */
	| { readonly type: 'kept'; readonly file: KeptFile }
	/** Progress in lessons. */
	| { readonly type: 'progress'; readonly text: string }
	| { readonly type: 'course'; readonly pick: CoursePick }
	/** Programs to run. */
	| { readonly type: 'folder'; readonly plan: ImportPlan };

/** Reads what was picked. Throws when it cannot be read at all. */
export async function readContent(picked: Picked): Promise<PickedContent> {
	const folder = await readPicked(picked);
	const file = keptFileOf(folder);
	if (file !== null) return { type: 'kept', file };
	const text = folder.files['scenario.json'];
	if (text !== undefined && isProgressText(text)) return { type: 'progress', text };
	if (mayBeCourse(folder)) {
		const pick = (await import('./course-pick.ts')).courseOf(folder);
		if (pick !== null) return { type: 'course', pick };
	}
	return { type: 'folder', plan: new ImportPlan(folder) };
}
