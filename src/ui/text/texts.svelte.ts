// The words of one area of the page in every language. English comes with the area's code; another language is a file of
// its own (`zh/`), fetched when somebody chooses it. Nobody outside src/ui/text writes what a person reads on the page.
import { language } from './language.svelte.ts';

/**
 * Words of an area: texts, and functions where a text holds a number or a name.
 *
 * @example
 * const english = { empty: 'Nothing yet', lines: (shown: number, all: number) => `${shown} of ${all} lines` };
 * export const consoleWords = new Texts(english, () => import('./zh/console.ts'));
 * // in a component: const words = $derived(consoleWords.now);
 */
export class Texts<Words extends object> {
	static readonly #all: Texts<object>[] = [];
	readonly #english: Words;
	readonly #load: () => Promise<{ readonly chinese: Words }>;
	#chinese: Words | null = $state.raw(null);
	#isAsked = false;

	/** @param chinese gives the module with the same words in Chinese; asked once, when they are first needed */
	constructor(english: Words, chinese: () => Promise<{ readonly chinese: Words }>) {
		this.#english = english;
		this.#load = chinese;
		Texts.#all.push(this);
	}

	/** Fetches the Chinese words of every area loaded so far, so that the page need not begin in English. */
	static async allReady(): Promise<void> {
		await Promise.all(Texts.#all.map((texts) => texts.ready()));
	}

	/** The words in the language of the page; English until another language has arrived. Reactive. */
	get now(): Words {
		if (language.current === 'en') return this.#english;
		if (!this.#isAsked) void this.ready();
		return this.#chinese ?? this.#english;
	}

	/** Fetches the Chinese words. Resolves also when they cannot be had: the page then stays English. */
	async ready(): Promise<void> {
		this.#isAsked = true;
		try {
			this.#chinese = (await this.#load()).chinese;
		} catch {
			this.#isAsked = false;
		}
	}
}
