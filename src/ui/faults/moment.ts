// The moment at the cursor, as the choices want it.
import { traceIndex } from '#trace';
import { cursorMs } from '../stage/start-process.ts';
import type { PageState } from '../state/index.ts';
import { targetOfActor, targetOfEvent, type FaultTarget } from './fault-target.ts';
import type { Moment } from './fault-choices.ts';

export function momentAt({ playback }: PageState): Moment {
	const { world, trace, timeZeroUs } = playback;
	return { world, trace, index: traceIndex(trace), timeZeroUs, atMs: cursorMs(playback) };
}

/** What is selected, as something to act on; null when nothing of the kind is. */
export function selectedTarget({ selection, playback }: PageState): FaultTarget | null {
	if (selection.actor !== null) return targetOfActor(selection.actor);
	const { trace } = playback;
	if (selection.event === null || selection.event >= trace.length) return null;
	return targetOfEvent(trace.event(selection.event), traceIndex(trace));
}

/** Opens the menu for what is selected, beside its figure; the list of faults when nothing is. */
export function openForSelection(page: PageState): void {
	const target = selectedTarget(page);
	if (target === null) {
		page.faults.openList();
		return;
	}
	const { actor } = page.selection;
	const figure =
		actor === null ? null : document.querySelector(`[data-actor="${CSS.escape(actor)}"]`);
	const stage = document.querySelector('[data-region="stage"]');
	const box = (figure ?? stage ?? document.body).getBoundingClientRect();
	page.faults.openMenu(target, box.left + box.width / 2, box.top + box.height / 2);
}
