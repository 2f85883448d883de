// The words of opening a folder: the dialog, its rows and notes, the strip above the panes. Chinese: zh/import.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	title: 'Open a folder',
	close: 'Close',
	cancel: 'Cancel',
	reading: 'Reading the folder…',
	refused: 'This folder cannot be run as it is.',
	/** What is wrong with a file or field, in the checker's own words. */
	problem: (expected: string, found: string) => `expected ${expected}; found ${found}`,
	problemAt: (path: string, expected: string, found: string) =>
		`${path}: expected ${expected}, found ${found}`,
	files: (count: number) => `${String(count)} files`,
	kinds: {
		scenario: 'A scenario, opened as it is.',
		case: 'A recorded case, opened as it is.',
		pomelo: 'A Pomelo application: its servers come from config/servers.json.',
		programs: 'Node.js programs. Choose which of them start.'
	},
	name: 'Name',
	myFolder: 'My folder',
	chooseOne: 'Choose at least one program to start.',
	stays: 'The files stay in this browser. Nothing is uploaded.',
	openAndRun: 'Open and run',
	unreadable: (message: string) => `The folder could not be read: ${message}`,
	elsewhere: (site: string) =>
		`${site} is another site. Only a course beside this page can be opened by its address.`,
	notThere: (address: string, status: number) => `${address} is not there (${String(status)}).`,
	tooMany: (most: string) =>
		`The folder holds more than ${most} text files. Open the folder of one program instead.`,
	kept: (title: string) => `${title} is kept in this browser.`,
	tooLarge: (title: string) =>
		`${title} is too large for this browser’s storage: it is gone when you leave. Export keeps it as a file.`,

	programs: 'Programs to start',
	chosen: (chosen: number, all: number) => `${String(chosen)} of ${String(all)}`,
	program: 'Program',
	called: 'Called',
	arguments: 'Arguments',
	startsAt: 'Starts at, ms',
	nameOf: (file: string) => `Name of ${file}`,
	argumentsOf: (file: string) => `Arguments of ${file}`,
	noArguments: 'no arguments',
	startOf: (file: string) => `${file} starts at, milliseconds`,

	missing: (count: number) =>
		count === 1
			? 'One thing this code asks for is not simulated'
			: `${String(count)} things this code asks for are not simulated`,
	leftOut: (count: number) =>
		count === 1
			? 'One file or folder was left out'
			: `${String(count)} files and folders were left out`,
	notSimulated: 'Not simulated:',
	dismissMissing: 'Dismiss what is not simulated'
};

export type ImportWords = typeof english;
export const importWords = new Texts(english, () => import('./zh/import.ts'));
