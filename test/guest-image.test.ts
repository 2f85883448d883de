// The guest libraries in pieces: the same bytes wherever they are built, and one script whichever parts are chosen.
import { mkdtempSync, cpSync, symlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { guestImage, guestImageHash } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { bundleGuest } from '../vite.guest-image.ts';

const root = join(import.meta.dirname, '..');
const parts = await Promise.all(
	guestImage.parts.map(async (part) => ({ ...part, code: await part.load() }))
);
const scriptOf = (chosen: readonly string[]) =>
	[
		guestImage.start,
		...parts.filter(({ name }) => chosen.includes(name)).map(({ code }) => code),
		guestImage.end
	].join('');
const whole = scriptOf(parts.map(({ name }) => name));

test('is one script that imports and requires nothing', () => {
	expect(guestImageHash).toMatch(/^[0-9a-f]{16}$/);
	// A script, not a module: a stray import or export would not compile here.
	expect(() => new Script(whole)).not.toThrow();
});

test('is one script without any part, too', () => {
	expect(parts.length).toBeGreaterThan(5);
	expect(() => new Script(scriptOf([]))).not.toThrow();
});

test('names no folder of this machine', () => {
	expect(whole.includes(root)).toBe(false);
	// The inspector knows the word: it underlines packages in stacks.
	expect(whole).not.toMatch(/node_modules\/[\w@]/);
});

test('brings what is large only with the part that needs it', async () => {
	const { pieces } = await bundleGuest(root);
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
		const { pieces } = await bundleGuest(folder);
		expect(pieces.map(({ code }) => code).join('') === whole).toBe(true);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
