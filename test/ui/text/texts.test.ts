import { afterEach, describe, expect, test } from 'vitest';
import { firstLanguage, language } from '../../../src/ui/text/language.svelte.ts';
import { Texts } from '../../../src/ui/text/texts.svelte.ts';

const english = { run: 'Run', lines: (shown: number) => `${String(shown)} lines` };
const chinese: typeof english = { run: '运行', lines: (shown) => `${String(shown)} 行` };

afterEach(() => {
	language.current = 'en';
});

describe('the words of an area', () => {
	test('are English unless the page speaks another language', () => {
		const words = new Texts(english, () => Promise.reject(new Error('nobody asks')));
		expect(words.now.run).toBe('Run');
	});

	test('are Chinese once the page speaks it and the words have arrived, English until then', async () => {
		const words = new Texts(english, () => Promise.resolve({ chinese }));
		language.current = 'zh';
		expect(words.now.run).toBe('Run');
		await words.ready();
		expect(words.now.lines(3)).toBe('3 行');
	});

	test('stay English when the other language cannot be fetched', async () => {
		const words = new Texts(english, () => Promise.reject(new Error('offline')));
		language.current = 'zh';
		await words.ready();
		expect(words.now.run).toBe('Run');
	});
});

describe('the first language', () => {
	test('is the browser’s when it is Chinese, else English', () => {
		expect(firstLanguage(null, 'zh-Hans-CN')).toBe('zh');
		expect(firstLanguage(null, 'zh')).toBe('zh');
		expect(firstLanguage(null, 'de-AT')).toBe('en');
		expect(firstLanguage(null, '')).toBe('en');
	});

	test('is what the person chose before, whatever the browser says', () => {
		expect(firstLanguage('en', 'zh-CN')).toBe('en');
		expect(firstLanguage('zh', 'en-GB')).toBe('zh');
		expect(firstLanguage('xx', 'en-GB')).toBe('en');
	});
});
