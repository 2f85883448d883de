// The words of the list of lessons. Chinese: zh/tracks.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	search: 'Search lessons',
	searchHint: 'e.g. prefetch, timeout, router',
	none: 'No lesson has all these words.',
	minutes: (minutes: number) => `${String(minutes)} min`,
	done: 'done',
	begun: (reached: number, steps: number) => `step ${String(reached)} of ${String(steps)}`,
	progress: (done: number, all: number) => `${String(done)} of ${String(all)} lessons done`,
	goOn: (title: string) => `Go on: ${title}`,
	/** How many lessons are shown, said when a search changes. */
	found: (count: number) => (count === 1 ? '1 lesson' : `${String(count)} lessons`)
};

export type TracksWords = typeof english;
export const tracksWords = new Texts(english, () => import('./zh/tracks.ts'));
