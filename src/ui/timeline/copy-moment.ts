// A link to the moment at the cursor: the place's own address when it says all, else one that holds the changed scenario.
import type { Scenario } from '#scenario';
import { copyLink } from '../shared/copy-link.ts';
import type { PageState } from '../state/index.ts';
import { hasRun } from '../state/route.ts';
import { isUntouched } from '../state/scenario-edits.ts';
import { timelineWords } from '../text/timeline.ts';

export async function copyMoment(page: PageState): Promise<void> {
	const { workspace, playback, view } = page;
	const { route } = view;
	const words = timelineWords.now;
	if (workspace.current === null) return;
	const isChanged = !isUntouched(workspace.draft.edits) || !workspace.interventions.isUntouched;
	// What is kept in this browser cannot be opened in another.
	const isOwn = isChanged || route.page === 'mine' || !hasRun(route);
	const event = playback.cursor;
	const isCopied = isOwn
		? await copyLink({ page: 'shared', text: await textOf(workspace.current), event })
		: await copyLink({ ...route, event });
	const said = isOwn ? words.momentWithEditsCopied : words.momentCopied;
	view.say(isCopied ? said : words.momentInAddress, 'moment');
}

async function textOf(scenario: Scenario): Promise<string> {
	return (await import('../shared/share-text.ts')).toShareText(scenario);
}
