import { expect, test } from 'vitest';
import { keyBindings } from '../../../src/ui/shared/key-bindings.ts';
import { helpGroups } from '../../../src/ui/shell/help-groups.ts';
import { keyWords } from '../../../src/ui/text/keys.ts';
import { chinese } from '../../../src/ui/text/zh/keys.ts';

const words = keyWords.now;

test('the help lists every key of the page and those of the editor', () => {
	const keys = helpGroups(words, '').flatMap((group) => group.keys);
	expect(keys.length).toBe(keyBindings.length + 2);
	expect(keys.filter(({ shown, does }) => shown === '' || does === '')).toEqual([]);
});

test('a search finds keys by what they do and by their sign, in the language of the page', () => {
	const found = (searched: string, of = words) =>
		helpGroups(of, searched).flatMap((group) => group.keys.map(({ shown }) => shown));
	expect(found('time 0')).toContain('Home');
	expect(found('SHIFT')).toEqual(expect.arrayContaining(['Shift →', 'Shift ←']));
	expect(found('SHIFT').every((shown) => shown.startsWith('Shift'))).toBe(true);
	expect(found('结尾', chinese)).toContain('End');
	expect(found('nothing like that')).toEqual([]);
});
