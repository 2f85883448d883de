// What a person set once and expects to find again: language, theme, pane sizes, detail, speed. Kept in local storage.
import { language, type Language } from '../text/language.svelte.ts';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/** Where preferences are kept; localStorage on the page, a Map in tests. */
export interface KeyValueStore {
	get(key: string): string | null;
	set(key: string, value: string): void;
	remove(key: string): void;
}

/** What the browser says about the person's machine. */
export interface MediaFacts {
	readonly prefersDark: boolean;
	readonly prefersContrast: boolean;
	readonly prefersReducedMotion: boolean;
}

export class Preferences {
	readonly #store: KeyValueStore;
	#themeChoice: ThemeChoice = $state('system');
	#media: MediaFacts = $state.raw({
		prefersDark: false,
		prefersContrast: false,
		prefersReducedMotion: false
	});
	#paneLayouts: Readonly<Record<string, string>> = $state.raw({});

	constructor(store: KeyValueStore) {
		this.#store = store;
		const saved = store.get('theme');
		if (saved === 'light' || saved === 'dark' || saved === 'contrast') this.#themeChoice = saved;
	}

	/** The language of the page; it is set when the page starts. */
	get language(): Language {
		return language.current;
	}

	set language(chosen: Language) {
		language.current = chosen;
		this.#store.set('language', chosen);
	}

	/** What the person chose. */
	get themeChoice(): ThemeChoice {
		return this.#themeChoice;
	}

	set themeChoice(choice: ThemeChoice) {
		this.#themeChoice = choice;
		if (choice === 'system') this.#store.remove('theme');
		else this.#store.set('theme', choice);
	}

	/** What is shown: the choice, or what the system says. */
	get theme(): 'light' | 'dark' {
		if (this.#themeChoice === 'light' || this.#themeChoice === 'dark') return this.#themeChoice;
		return this.#media.prefersDark ? 'dark' : 'light';
	}

	/** More contrast than the look asks for: chosen, or what the system says as long as nothing is chosen. */
	get moreContrast(): boolean {
		if (this.#themeChoice === 'system') return this.#media.prefersContrast;
		return this.#themeChoice === 'contrast';
	}

	/** No flights, no transitions: highlights instead. */
	get reducedMotion(): boolean {
		return this.#media.prefersReducedMotion;
	}

	/** Called when the system's settings change. */
	noteMedia(media: MediaFacts): void {
		this.#media = media;
	}

	/** Where split sizes are kept. */
	readonly paneStorage = {
		getItem: (name: string): string | null => {
			const known = this.#paneLayouts[name] ?? this.#store.get(`panes:${name}`);
			return known === '' ? null : known;
		},
		setItem: (name: string, value: string): void => {
			this.#paneLayouts = { ...this.#paneLayouts, [name]: value };
			this.#store.set(`panes:${name}`, value);
		}
	};

	/** A small remembered setting by name, e.g. the chosen tab; null when never set. */
	read(name: string): string | null {
		return this.#store.get(`setting:${name}`);
	}

	write(name: string, value: string): void {
		this.#store.set(`setting:${name}`, value);
	}
}
