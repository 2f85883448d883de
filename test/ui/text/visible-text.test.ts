// Nothing a person reads stands in a component: it is in src/ui/text, in every language. Templates are parsed, so that only
// what is shown counts: text between tags, and attributes that are read out or shown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const ui = join(import.meta.dirname, '../../../src/ui');

/** Names that are the same in every language, those on keyboards too. */
const names =
	/^(Roundtrip|amqplib|rpc_queue|x-death|JSON|EN|×|ms|s|Ctrl|Del|Enter|Home|Shift|Space)$/;
/** Attributes and properties of components that a person sees or hears. */
const shownAttributes = new Set([
	'aria-label',
	'aria-description',
	'aria-roledescription',
	'aria-valuetext',
	'alt',
	'placeholder',
	'title',
	'label',
	'hint',
	'empty',
	'heading'
]);

interface Node {
	readonly type: string;
	readonly name?: string;
	readonly data?: string;
	readonly value?: unknown;
}

const isWords = (text: string): boolean =>
	text.split(/[^\p{L}\p{M}_-]+/u).some((word) => /\p{L}{2}/u.test(word) && !names.test(word));

/** Texts a template shows as they are written. */
function shownTexts(node: unknown): string[] {
	if (Array.isArray(node)) return node.flatMap(shownTexts);
	if (typeof node !== 'object' || node === null) return [];
	const { type, name = '', data = '', value } = node as Node;
	if (type === 'Text') return isWords(data) ? [data.trim()] : [];
	if (type === 'Attribute') {
		if (!shownAttributes.has(name)) return [];
		return shownTexts(Array.isArray(value) ? value : []);
	}
	if (type === 'StyleDirective') return [];
	if (type === 'RegularElement' && (name === 'style' || name === 'script')) return [];
	return Object.entries(node).flatMap(([key, child]) => (key === 'css' ? [] : shownTexts(child)));
}

const components = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.svelte')
);

test('components show no words of their own', () => {
	expect(components.length).toBeGreaterThan(40);
	const found = components.flatMap((path) => {
		const { fragment } = parse(readFileSync(join(ui, path), 'utf8'), { modern: true });
		return shownTexts(fragment).map((text) => `${path}: ${text}`);
	});
	expect(found).toEqual([]);
});

test('a word in a template is found, an expression is none', () => {
	const found = (code: string) => shownTexts(parse(code, { modern: true }).fragment);
	expect(found('<p title="Go there">{words.play} 3 ms</p>')).toEqual(['Go there']);
	expect(found('<p>{a}: <b>not yet</b></p>')).toEqual(['not yet']);
	expect(found('{#if a}<Icon label="Kill {name}" class="big red" />{/if}')).toEqual(['Kill']);
});
