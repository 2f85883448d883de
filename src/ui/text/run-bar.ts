// Words of the run bar that come with the first picture; the rest are in timeline.ts.
import type { DetailLevel } from '#trace';
import { Texts } from './texts.svelte.ts';

const english = {
	region: 'Run',
	timeline: 'Timeline',
	restart: 'Restart',
	stepBack: 'Step back',
	stepForward: 'Step forward',
	play: 'Play',
	pause: 'Pause',
	clock: 'Virtual time since time 0',
	stepBy: 'Step by',
	stepTitle: 'What a step is (K)',
	shown: 'Shown in diagram and table',
	levels: {
		calls: 'Calls',
		messages: 'Messages',
		protocol: 'Protocol',
		everything: 'Everything'
	} satisfies Record<DetailLevel, string>,
	speed: 'Speed',
	marks: 'Bookmarks and loop',
	marksNarrow: 'Steps, speed, bookmarks',
	eventOf: (cursor: number, length: number) => `event ${String(cursor)} of ${String(length)}`,
	seed: (seed: number) => `seed ${String(seed)}`,
	looping: 'looping',
	beforeTimeZero: 'the cluster starts',
	ended: 'end of the run',
	waiting: 'waiting for the run',
	computing: (events: string) => `Computing: ${events} events`,
	reached: (time: string, busy: string | null) =>
		busy === null ? `${time} reached` : `${time}, ${busy} is busy`,
	cancel: 'Cancel'
};

export type RunBarWords = typeof english;
export const runBarWords = new Texts(english, () => import('./zh/run-bar.ts'));
