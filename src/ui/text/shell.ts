// The words of the page's frame: header, menu, panes, sharing. Chinese: zh/shell.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	titleOfNothing: 'Remote calls, watched',
	home: 'Roundtrip, home',
	about: 'About Roundtrip',
	menu: 'Lessons',
	menuRegion: 'Lessons and scenarios',
	searchMenu: 'Search lessons and scenarios',
	yourOwn: 'Your own',
	groupOfTheRest: 'More',
	openFolder: 'Open folder…',
	openFile: 'Open file…',
	dropHere: 'Drop the folder to open it here',
	toHome: 'To the lessons and scenarios',
	skipToStage: 'Skip to the stage',
	skipToRunBar: 'Skip to the run bar',

	scenario: 'Scenario: settings, processes, saved versions',
	exportFile: 'Export as a file',
	share: 'Share',
	shareTitle: 'Copy a link to this scenario',

	theme: {
		system: 'Theme: system',
		light: 'Theme: light',
		dark: 'Theme: dark',
		contrast: 'Theme: high contrast'
	},
	keys: 'Keys',
	present: 'Presenter mode',
	presenting: 'Presenter mode. Escape leaves it.',

	regions: {
		lesson: 'Lesson',
		stage: 'Stage',
		sequence: 'Sequence diagram',
		events: 'Events',
		calls: 'Calls',
		metrics: 'Metrics',
		editor: 'Editor',
		console: 'Console',
		inspector: 'Inspector'
	},
	/** Where a tab has less room than the region's name takes. */
	shortTabs: { sequence: 'Sequence', editor: 'Code' },
	diagrams: 'Diagrams',
	panes: 'Panes',
	viewsOfRun: 'Views of the run',
	consoleOrInspector: 'Console or inspector',
	resizeLesson: 'Resize the lesson',
	resizeEditor: 'Resize the editor',
	resizeStage: 'Resize the stage',
	resizeConsole: 'Resize the console',
	fold: (title: string) => `Fold ${title}`,
	unfold: (title: string) => `Unfold ${title}`,

	noScenario: (id: string) => `There is no scenario called “${id}”.`,
	noLesson: (id: string) => `There is no lesson called “${id}”.`,
	noneOfOwn: (id: string) =>
		`This browser keeps no scenario called “${id}”. What you import stays in the browser it was imported with.`,
	ownUnreadable: (id: string) => `The scenario “${id}” cannot be read any more.`,
	linkUnreadable: 'This link cannot be opened.'
};

export type ShellWords = typeof english;
export const shellWords = new Texts(english, () => import('./zh/shell.ts'));
