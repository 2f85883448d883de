// Which language the page speaks. Set when the page starts and by the header's button, read by every Texts (texts.svelte.ts).

/** English, or Chinese (Simplified). */
export type Language = 'en' | 'zh';

class PageLanguage {
	current: Language = $state('en');
}

export const language = new PageLanguage();

/** How each language is written in the `lang` attribute. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/**
 * The language to begin with.
 * @param saved what the person chose before; null when nothing
 * @param wished the browser's first language, e.g. `zh-Hans-CN`
 */
export function firstLanguage(saved: string | null, wished: string): Language {
	if (saved === 'en' || saved === 'zh') return saved;
	return /^zh\b/i.test(wished) ? 'zh' : 'en';
}
