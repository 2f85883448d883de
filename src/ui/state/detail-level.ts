// What each level of detail is called on the page. Which event belongs to which level is the trace's knowledge.
import type { DetailLevel } from '#trace';

export { detailLevels, isShownAt, type DetailLevel } from '#trace';

/** Names of the levels. */
export const detailNames: Readonly<Record<DetailLevel, string>> = {
	calls: 'Calls',
	messages: 'Messages',
	protocol: 'Protocol',
	everything: 'Everything'
};
