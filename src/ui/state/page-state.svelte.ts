// All state of the page, wired together: a new run of the workspace moves into the playback. Made once by App.
import { FaultsView } from '../faults/faults-view.svelte.ts';
import type { Offline } from '../offline/offline.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { LessonProgress } from '../lesson/lesson-progress.svelte.ts';
import { Preferences, type KeyValueStore } from './preferences.svelte.ts';
import { Selection } from './selection.svelte.ts';
import type { TimeTools } from '../timeline/time-tools.svelte.ts';
import { View } from './view.svelte.ts';
import type { RunEngine } from './run-engine.ts';
import { Workspace } from './workspace.svelte.ts';

/** Usual link latency of a scenario that names none. */
const latencyMsDefault = 10;

export class PageState {
	readonly workspace: Workspace;
	readonly playback: Playback;
	readonly selection: Selection;
	readonly preferences: Preferences;
	readonly progress: LessonProgress;
	readonly view: View;
	readonly faults = new FaultsView();
	#time: TimeTools | null = $state.raw(null);
	#offline: Offline | null = $state.raw(null);

	constructor(engine: RunEngine, store: KeyValueStore) {
		this.workspace = new Workspace(engine, store);
		this.playback = new Playback();
		this.selection = new Selection();
		this.preferences = new Preferences(store);
		this.progress = new LessonProgress(store);
		this.view = new View(this.preferences);
		this.#wire();
	}

	/** Steps by kind, bookmarks, loop; null until loaded. */
	get time(): TimeTools | null {
		return this.#time;
	}

	/** Loads what moves in time beyond play and step. */
	async loadTime(): Promise<TimeTools> {
		const { TimeTools } = await import('../timeline/time-tools.svelte.ts');
		this.#time ??= new TimeTools(this);
		return this.#time;
	}

	/** Working without a network, and newer versions; null until loaded. */
	get offline(): Offline | null {
		return this.#offline;
	}

	/** Loads that, and begins to keep the site's files. */
	async loadOffline(): Promise<void> {
		const { createOffline } = await import('../offline/create-offline.ts');
		if (this.#offline !== null) return;
		this.#offline = createOffline(this.view);
		await this.#offline.start();
	}

	#wire(): void {
		const { workspace, playback, selection, view } = this;
		workspace.live.isFarEnough = (trace) => playback.isReachedIn(trace);
		workspace.live.onTrace = (trace, fresh) => {
			const latencyMs = workspace.scenario?.links?.latencyMs ?? latencyMsDefault;
			if (fresh || selection.event !== null) selection.clear();
			// What was pointed to is another scenario's; a lesson's pane points anew.
			if (fresh) selection.clearSpotlight();
			playback.load(trace, latencyMs * 1000, fresh);
			if (fresh && view.route.event !== undefined) playback.seekWhenThere(view.route.event);
		};
		workspace.live.onGrown = (length) => {
			playback.grow(length);
		};
		workspace.live.onSettled = () => {
			playback.complete();
		};
	}
}
