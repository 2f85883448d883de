// The about page tells which version this is and what others contributed to it; nothing that is in the site is left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, tabTo, test } from './page-journey.ts';

const repository = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
const { version, dependencies } = JSON.parse(read('package.json')) as {
	readonly version: string;
	readonly dependencies: Readonly<Record<string, string>>;
};

interface Notice {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	readonly texts: readonly string[];
}
const notices = JSON.parse(read('dist/third-party.json')) as readonly Notice[];
const names = notices.map(({ name }) => name);

test('every dependency is in the notices, but that of the command line', () => {
	const missing = Object.keys(dependencies).filter((name) => !names.includes(name));
	expect(missing).toEqual(['commander']);
	for (const { name, version: bundled } of notices)
		if (Object.hasOwn(dependencies, name)) expect(bundled).toBe(dependencies[name]);
});

test('what no import names is in the notices, too: engine, fonts, editor, service worker', () => {
	const files = readdirSync(join(repository, 'dist'), { recursive: true }).map(String);
	const evidence: readonly [pattern: RegExp, names: readonly string[]][] = [
		[/quickjs.*\.wasm$/, ['quickjs-wasi', 'QuickJS-ng']],
		[/inter-latin.*\.woff2$/, ['@fontsource-variable/inter']],
		[/jetbrains-mono-latin.*\.woff2$/, ['@fontsource-variable/jetbrains-mono']],
		[/ts\.worker.*\.js$/, ['monaco-editor', 'dompurify']]
	];
	for (const [pattern, expected] of evidence) {
		expect(files.filter((file) => pattern.test(file))).not.toEqual([]);
		expect(names).toEqual(expect.arrayContaining([...expected]));
	}
	const workbox = [...read('dist/sw.js').matchAll(/"workbox:([a-z-]+):/g)].map(([, part]) => part);
	expect(workbox.length).toBeGreaterThan(0);
	expect(names).toEqual(expect.arrayContaining(workbox.map((part) => `workbox-${part ?? ''}`)));
	expect(names).toContain('svelte');
});

test('each notice has a licence and its text', () => {
	const bare = notices.filter(
		({ licence, texts }) => licence === '' || !texts.some((text) => text.length > 200)
	);
	expect(bare).toEqual([]);
});

test('the about page is reached from home and from the help, and shows version and licences', async ({
	cleanPage: page
}) => {
	await page.goto('./');
	await page.getByRole('button', { name: /^Keys/ }).click();
	await expect(
		page.getByRole('dialog').getByRole('link', { name: 'About Roundtrip' })
	).toBeVisible();
	await page.keyboard.press('Escape');
	const footer = page.getByRole('main').getByRole('link', { name: 'About Roundtrip' });
	await footer.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#\/about$/);
	await expect(page).toHaveTitle(/About/);
	await expect(page.getByRole('main')).toContainText(`Version ${version}`);
	await expect(page.getByText('broker/broker-version.ts')).toBeHidden();
	await page.getByText('Every deliberate difference').click();
	await expect(page.getByText('broker/broker-version.ts')).toBeVisible();
	await expect(page.getByRole('main').getByText('quickjs-wasi', { exact: true })).toBeVisible();
	await tabTo(page, /^idb-keyval/);
	await page.keyboard.press('Enter');
	await expect(page.getByText(/Jake Archibald/)).toBeVisible();
});
