// The words of the console. Chinese: zh/console.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	linesOf: 'Lines of',
	all: 'All programs',
	framework: 'Framework log',
	count: (printed: number, all: number) => `${String(printed)} of ${String(all)} lines`,
	lines: 'Printed lines',
	printsNothing: 'The programs print nothing.',
	nothingYet: 'Nothing is printed yet at this moment. Press play.',
	goThere: 'Go to this moment',
	stderr: 'error output',
	ended: 'end of the process',
	killed: 'killed',
	exited: (code: string) => `ended with exit code ${code}`,
	/** It caught errors nobody handled on the way. */
	exitedAfterError: (code: string) => `ended after an unhandled error, exit code ${code}`,
	showPlace: (place: string) => `Show ${place} in the editor`,
	crashed: (code: string) => `crashed: uncaught error, exit code ${code}`,
	/** By a limit. `reason`: as the limit says it, e.g. `out of steps`. */
	stopped: (reason: string) => `stopped: ${reason}`
};

export type ConsoleWords = typeof english;
export const consoleWords = new Texts(english, () => import('./zh/console.ts'));
