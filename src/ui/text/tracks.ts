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
	exportProgress: 'Save progress as a file',
	exportHint: 'What you have done and written in all lessons, to open in another browser.',
	exported: (file: string) => `Saved as ${file} among your downloads. Open it in another browser.`,
	progressTitle: 'Open progress',
	progressFile: (lessons: number, edits: number) =>
		`Progress in ${String(lessons)} lessons, with your code in ${String(edits)} of them. It is put to what this browser has: nothing here is lost.`,
	progressUnread:
		'This file of progress cannot be read: it is damaged, or a newer Roundtrip has written it.',
	merge: 'Put it to mine',
	merged: (lessons: number, apart: number) =>
		apart === 0
			? `Progress in ${String(lessons)} lessons was taken over.`
			: `Progress in ${String(lessons)} lessons was taken over. Code that differs from yours here is among your own programs (${String(apart)}).`,
	/** How many lessons are shown, said when a search changes. */
	found: (count: number) => (count === 1 ? '1 lesson' : `${String(count)} lessons`)
};

export type TracksWords = typeof english;
export const tracksWords = new Texts(english, () => import('./zh/tracks.ts'));
