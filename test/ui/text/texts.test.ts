import { afterEach, describe, expect, test } from 'vitest';
import { language } from '../../../src/ui/text/language.svelte.ts';
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
