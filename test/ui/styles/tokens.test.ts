// Every theme's colours, measured as WCAG 2 does: text 4.5:1, lines that carry meaning 3:1.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = ['tokens.css', 'contrast.css']
	.map((name) => readFileSync(join(import.meta.dirname, '../../../src/ui/styles', name), 'utf8'))
	.join('')
	.replace(/\/\*[^]*?\*\//g, '');

/** The colours a rule sets, by name. */
function coloursOf(selector: string): Record<string, string> {
	const at = css.indexOf(`\n${selector} {`);
	if (at < 0 && !css.trimStart().startsWith(`${selector} {`)) throw new Error(`no ${selector}`);
	const body = css.slice(css.indexOf('{', Math.max(at, 0)) + 1, css.indexOf('}', Math.max(at, 0)));
	return Object.fromEntries(
		[...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
			name,
			colour
		])
	);
}

const light = coloursOf("[data-theme='light']");
const dark = { ...light, ...coloursOf("[data-theme='dark']") };
const more = coloursOf("[data-contrast='more']");
const themes = {
	light,
	dark,
	'light, high contrast': { ...light, ...more },
	'dark, high contrast': {
		...dark,
		...more,
		...coloursOf("[data-theme='dark'][data-contrast='more']")
	}
};

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['page', 'panel', 'stage', 'hover', 'selected'];
const calls = Array.from({ length: 8 }, (_, call) => `call-${String(call)}`);
const text: readonly (readonly [string, readonly string[]])[] = [
	['ink', [...grounds, 'accent-soft', 'ok-soft', 'warning-soft', 'error-soft']],
	['quiet', grounds],
	['accent', ['page', 'panel', 'stage', 'accent-soft']],
	['accent-ink', ['accent']],
	['ok', ['panel', 'ok-soft']],
	['warning', ['panel', 'warning-soft']],
	['error', ['panel', 'error-soft']],
	['call-ink', calls]
];
const lines: readonly (readonly [string, readonly string[]])[] = [
	['outline', ['page', 'panel', 'stage']],
	['protocol', ['panel', 'stage']],
	...calls.map((call) => [call, ['panel', 'stage']] as const)
];

describe.each(Object.entries(themes))('%s', (name, colours) => {
	const atLeast = name.includes('high') ? { text: 7, lines: 4.5 } : { text: 4.5, lines: 3 };
	const tooDim = (pairs: typeof text, least: number): string[] =>
		pairs.flatMap(([front, backs]) =>
			backs
				.map((back) => ({ back, ratio: contrast(colours[front] ?? '', colours[back] ?? '') }))
				.filter(({ ratio }) => !(ratio >= least))
				.map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
		);

	test('text can be read', () => {
		expect(tooDim(text, atLeast.text)).toEqual([]);
	});

	test('lines that carry meaning can be seen', () => {
		expect(tooDim(lines, atLeast.lines)).toEqual([]);
	});
});
