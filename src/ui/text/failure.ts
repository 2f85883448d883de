// Words of a pane that could not be drawn. Chinese: zh/failure.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'This pane could not be drawn. Everything else goes on.',
	advice:
		'Try again, perhaps at another event: the timeline works as before. If the error stays, reload the page.',
	again: 'Try again',
	fromStart: 'Try again from the start of the run',
	reload: 'Reload the page'
};

export type FailureWords = typeof english;
export const failureWords = new Texts(english, () => import('./zh/failure.ts'));
