// Which language the page speaks. Set by the preferences, read by every Texts (texts.ts).

/** English, or Chinese (Simplified). */
export type Language = 'en' | 'zh';

class PageLanguage {
	current: Language = $state('en');
}

export const language = new PageLanguage();
