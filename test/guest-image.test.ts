// The guest libraries in pieces: the same bytes wherever they are built, whichever parts are chosen, as text and compiled.
import { mkdtempSync, cpSync, readdirSync, symlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guestImage, guestImageHash } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { defaultLimits } from '#kernel';
import { createSandbox } from '#sandbox';
import { runScenario } from '#simulation';
import { compilePieces } from '../src/sandbox/machine.ts';
import { engineWasm } from '../vite.engine-wasm.ts';
import { bundleGuest } from '../vite.guest-image.ts';

const root = join(import.meta.dirname, '..');
const { pieces } = await bundleGuest(root);
const whole = pieces.map(({ code }) => code).join('');

test('has a piece for every file of parts/, and one before and after them', () => {
	expect(guestImageHash).toMatch(/^[0-9a-f]{16}$/);
	const files = readdirSync(join(root, 'src/guest/parts')).map((file) => file.replace('.ts', ''));
	const names = pieces.map(({ name }) => name);
	expect(names.slice(1, -1).toSorted()).toEqual(files.toSorted());
	expect([names[0], names.at(-1)]).toEqual(['start', 'end']);
});

test('is made of modules that import nothing but pieces before them, and say which', () => {
	for (const [index, { code, needs }] of pieces.entries()) {
		const imported = [...code.matchAll(/(?:from|import)"\.\/([^"]+)\.js"/g)].map(
			([, name]) => name
		);
		expect(imported.filter((name) => name !== 'start').toSorted()).toEqual(needs.toSorted());
		const before = pieces.slice(0, index).map(({ name }) => name);
		expect(imported.filter((name) => name === undefined || !before.includes(name))).toEqual([]);
	}
});

test('runs compiled as it does from its text', async () => {
	const wasm = await WebAssembly.compile(engineWasm());
	const compiled = await compilePieces(wasm, pieces);
	const codeOf = (name: string) => compiled[pieces.findIndex((one) => one.name === name)] ?? '';
	const image = {
		start: codeOf('start'),
		parts: guestImage.parts.map((part) => ({
			...part,
			load: () => Promise.resolve(codeOf(part.name))
		})),
		end: codeOf('end')
	};
	const scenario = {
		version: 1 as const,
		files: {
			'a.js': "require('fs'); console.log(new URL('a:b'), Buffer.from('c'), new Error('d').stack);"
		},
		processes: [{ name: 'a', file: 'a.js' }]
	};
	const [fromText, fromBytecode] = await Promise.all(
		[guestImage, image].map(async (one) => {
			const sandbox = createSandbox({ wasm, image: one });
			return (await runScenario(scenario, { sandbox })).summary;
		})
	);
	expect(fromBytecode?.processes['a']?.stdout.join()).toContain('<Buffer 63>');
	expect(fromBytecode).toEqual(fromText);
});

test.each([
	['does not compile', ')(', /unexpected token/],
	['fails', "throw new TypeError('no ground to stand on');", /TypeError: no ground to stand on/]
])('a piece that %s says why', async (_, start, message) => {
	const wasm = await WebAssembly.compile(engineWasm());
	const sandbox = createSandbox({ wasm, image: { ...guestImage, start } });
	const program = {
		name: 'a',
		file: 'a.js',
		args: [],
		env: {},
		files: { 'a.js': '' },
		seed: 1,
		startTimeMs: 0,
		limits: defaultLimits,
		pollUs: 100
	};
	await expect(sandbox.start(program)).rejects.toThrow(message);
});

test('names neither a browser nor a folder of this machine', () => {
	expect(whole).not.toMatch(/\b(?:window|document)\./);
	expect(whole.includes(root)).toBe(false);
	// The inspector knows the word: it underlines packages in stacks.
	expect(whole).not.toMatch(/node_modules\/[\w@]/);
});

test('brings what is large only with the part that needs it', () => {
	const pieceOf = (path: string) =>
		pieces.filter(({ modules }) => modules.some((file) => file.includes(path))).map((p) => p.name);
	expect(pieceOf('whatwg-url-minimum')).toEqual(['url']);
	expect(pieceOf('@noble/hashes')).toEqual(['crypto']);
	expect(pieceOf('src/guest/amqplib')).toEqual(['amqplib']);
	expect(pieceOf('src/guest/pomelo/')).toEqual(['pomelo']);
	expect(pieceOf('src/guest/pomelo-client/')).toEqual(['pomelo-client']);
	expect(pieceOf('src/guest/node/buffer')).toEqual(['buffer']);
});

test('has the same bytes when built from another folder', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
	try {
		cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
		for (const file of ['package.json', 'tsconfig.json'])
			cpSync(join(root, file), join(folder, file));
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
		const elsewhere = await bundleGuest(folder);
		expect(elsewhere.pieces.map(({ code }) => code).join('') === whole).toBe(true);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
