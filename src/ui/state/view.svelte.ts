// What the page shows of all it could show: the route, the open tabs, the help dialog, what was announced last.
// Nothing here is about the run.
import type { Picked } from '../import/picked-folder.ts';
import type { Preferences } from './preferences.svelte.ts';
import { hasRun, isEmbedHash, isSamePlace, parseRoute, type Route } from './route.ts';

export type LowerTab = 'sequence' | 'events' | 'calls' | 'metrics';
export type SideTab = 'console' | 'inspector';
/** Parts of the scenario dialog. */
export type ScenarioPart = 'settings' | 'processes' | 'versions';
export type NarrowTab = 'lesson' | 'stage' | LowerTab | 'editor' | SideTab;

/** Under this width panes become tabs, CSS pixels. */
const narrowBelow = 900;
/** How long a short message stays, milliseconds. */
const toastMs = 4000;

export class View {
	readonly #preferences: Preferences;
	#route: Route = $state.raw({ page: 'home' });
	#isEmbedded = $state(false);
	#lower: LowerTab = $state('sequence');
	#narrow: NarrowTab = $state('stage');
	#toast = $state('');
	#toastText = $state('');
	#toastTimer: ReturnType<typeof setTimeout> | undefined;
	side: SideTab = $state('console');
	helpOpen = $state(false);
	/** Presenter mode: for a projector. */
	presenting = $state(false);
	/** In presenter mode: light only around the pointer. */
	pointerLight = $state(false);
	/** The share dialog is open. */
	isSharing = $state(false);
	/** The folder being imported; null when none is. */
	importing: Picked | null = $state.raw(null);
	/** The part of the scenario dialog that is open; null when it is closed. */
	scenarioPart: ScenarioPart | null = $state(null);
	#wantedLine: { readonly file: string; readonly line: number } | null = $state.raw(null);
	/** Counts how often somebody asked to see what is wrong with the changes. */
	#problemsAsked = $state(0);
	/** Width of the window, CSS pixels. */
	width = $state(1440);
	/** Said by the live region. */
	announcement = $state('');

	readonly isNarrow: boolean = $derived(this.width < narrowBelow);

	constructor(preferences: Preferences) {
		this.#preferences = preferences;
		const saved = preferences.read('lower-tab');
		if (saved === 'events' || saved === 'calls' || saved === 'metrics') this.#lower = saved;
	}

	get route(): Route {
		return this.#route;
	}

	/** Is there something that runs on this page? */
	readonly hasRun: boolean = $derived(hasRun(this.#route));

	/** Takes over the address. @returns whether it leads to another place, and not just to another moment of this one */
	follow(hash: string): boolean {
		const route = parseRoute(hash);
		const isEmbedded = isEmbedHash(hash);
		const isElsewhere = !isSamePlace(route, this.#route) || isEmbedded !== this.#isEmbedded;
		this.#isEmbedded = isEmbedded;
		this.#route = route;
		if (route.page === 'home' && route.course !== undefined)
			this.importing = { from: 'address', address: route.course };
		if (isElsewhere) this.#narrow = route.page === 'lesson' ? 'lesson' : 'stage';
		return isElsewhere;
	}

	/** Is this the read-only view inside another page? */
	get isEmbedded(): boolean {
		return this.#isEmbedded;
	}

	get lower(): LowerTab {
		return this.#lower;
	}

	set lower(tab: LowerTab) {
		this.#lower = tab;
		this.#preferences.write('lower-tab', tab);
	}

	get narrow(): NarrowTab {
		return this.#narrow;
	}

	set narrow(tab: NarrowTab) {
		this.#narrow = tab;
	}

	/** A short message for everybody; `kind` lets its cause show that it worked. Gone after a moment. */
	say(text: string, kind: string): void {
		clearTimeout(this.#toastTimer);
		this.announcement = text;
		this.#toast = kind;
		this.#toastText = text;
		this.#toastTimer = setTimeout(() => {
			this.#toast = '';
			this.#toastText = '';
		}, toastMs);
	}

	/** Kind of the message shown now; '' when none is. */
	get toast(): string {
		return this.#toast;
	}

	get toastText(): string {
		return this.#toastText;
	}

	/** Brings the inspector to the front. */
	showInspector(): void {
		this.side = 'inspector';
		if (this.isNarrow) this.#narrow = 'inspector';
	}

	/** The line somebody asked to see last, as a new object each time; null when nobody did. */
	get wantedLine(): { readonly file: string; readonly line: number } | null {
		return this.#wantedLine;
	}

	/** Brings the editor to the front, at a line of a file (from 1). */
	showLine(file: string, line: number): void {
		this.#wantedLine = { file, line };
		if (this.isNarrow) this.#narrow = 'editor';
	}

	/** How often `showProblems` was asked for: whoever lists problems takes the focus when it grows. */
	get problemsAsked(): number {
		return this.#problemsAsked;
	}

	/** Brings the list of what is wrong with the changes to the front. */
	showProblems(): void {
		this.#problemsAsked += 1;
		if (this.isNarrow) this.#narrow = 'editor';
	}
}
