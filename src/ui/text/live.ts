// What the live region and the timeline say about a position in time. Chinese: zh/live.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	beforeFirst: 'before the first event',
	eventOf: (cursor: number, length: number) => `event ${String(cursor)} of ${String(length)}`,
	/** Time, place and what happened there, in one line. `sentence` may be ''. */
	line: (time: string, place: string, sentence: string) =>
		`${time}, ${place}${sentence === '' ? '' : `: ${sentence}`}`
};

export type LiveWords = typeof english;
export const liveWords = new Texts(english, () => import('./zh/live.ts'));
