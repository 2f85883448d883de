// House rules that no compiler checks. Each message says what to do.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file of the repository: tracked, or new and not ignored. */
const files = execFileSync(
	'git',
	['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
	{
		cwd: root,
		encoding: 'utf8'
	}
)
	.split('\0')
	.filter((path) => path !== '');

const isRecorded = (path: string): boolean => /^test\/conformance\/(amqp|pomelo)\//.test(path);
const isText = (path: string): boolean =>
	/\.(ts|js|mjs|svelte|css|html|json|md|yml)$|^\.ci\/run$/.test(path);
const present = (path: string): boolean => {
	try {
		read(path);
		return true;
	} catch {
		return false;
	}
};
const texts = files.filter((path) => isText(path) && !isRecorded(path) && present(path));
const sources = texts.filter((path) => /^src\/.*\.(ts|svelte)$/.test(path));

describe('the lock file', () => {
	interface LockEntry {
		readonly resolved?: string;
		readonly optionalDependencies?: Record<string, string>;
	}
	const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };
	const entries = Object.entries(lock.packages);

	test('names no registry and no machine', () => {
		const resolved = entries.filter(([, entry]) => entry.resolved !== undefined);
		expect(resolved.map(([path]) => path)).toEqual([]);
	});

	test('holds every optional package it speaks of, or `npm ci` refuses it on another machine', () => {
		const names = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')));
		const missing = entries.flatMap(([path, entry]) =>
			Object.keys(entry.optionalDependencies ?? {})
				.filter((name) => !names.has(name))
				.map((name) => `${path} wants ${name}`)
		);
		expect(missing).toEqual([]);
	});
});

test('the top level holds the documents, the configuration of tools, and src, public, lessons, test', () => {
	const allowed =
		/^(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG)\.md$|^LICENSE$|^package(-lock)?\.json$|^tsconfig(\.\w+)?\.json$|^index\.html$|^(src|public|lessons|test)$|^(eslint|svelte|playwright|vitest|vite)[\w.-]*\.config\.(ts|js)$|^vite\.[\w-]+\.ts$|^knip\.json$|^\./;
	const found = [...new Set(files.map((path) => path.split('/')[0] ?? ''))];
	expect(found.filter((name) => !allowed.test(name))).toEqual([]);
});

test('no FIXME reaches the main branch', () => {
	const own = 'test/house.test.ts';
	const found = texts.filter((path) => path !== own && /\bFIXME\b/.test(read(path)));
	expect(found).toEqual([]);
});

test('a TODO names the condition that ends it', () => {
	const found = sources.flatMap((path) =>
		[...read(path).matchAll(/\bTODO\b.*/g)]
			.map(([line]) => line)
			.filter((line) => !/\b(when|until|once|after)\b/.test(line))
			.map((line) => `${path}: ${line}`)
	);
	expect(found).toEqual([]);
});

test('no file names a folder of the machine it was written on', () => {
	// /home/node is where a simulated process lives, as in Node.js' own container image.
	const machine = /(?<![\w.])(?!\/home\/node\b)\/(?:work|home|root|Users)\/\w+/;
	const found = texts
		.filter((path) => path !== 'test/house.test.ts')
		.flatMap((path) => {
			const match = machine.exec(read(path));
			return match === null ? [] : [`${path}: ${match[0]}`];
		});
	expect(found).toEqual([]);
});

test('every deliberate difference has its line in ARCHITECTURE.md under Fidelity', () => {
	const [, after = ''] = read('ARCHITECTURE.md').split(/^## Fidelity$/m);
	const [fidelity = ''] = after.split(/^## /m);
	const missing = sources
		.filter((path) => !fidelity.includes(path.replace('src/', '')))
		.flatMap((path) =>
			[...read(path).matchAll(/Differs: ([^\n*]*)/g)].map(
				([, what = '']) => `- \`${path.replace('src/', '')}\`: ${what.trim()}`
			)
		);
	expect(missing, 'add these lines').toEqual([]);
});

test('every kind of event has a sentence in the trace', () => {
	const declared = sources
		.filter((path) => /\/(events|link|server-registry|trace-event)\.ts$/.test(path))
		.flatMap((path) =>
			[...read(path).matchAll(/readonly kind: '([\w-]+\.[\w.-]+)'/g)].map((match) => match[1])
		);
	const described = sources
		.filter((path) => /^src\/trace\/describe-/.test(path))
		.map(read)
		.join('\n');
	expect(declared.length).toBeGreaterThan(20);
	const missing = [...new Set(declared)].filter((kind) => !described.includes(`'${kind}'`));
	expect(missing).toEqual([]);
});

test('the page carries the contract’s Content-Security-Policy', () => {
	const policy =
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'";
	expect(read('index.html')).toContain(`content="${policy}"`);
});
