// The guest libraries as one string: the same bytes wherever they are built.
import { mkdtempSync, cpSync, symlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { guestImage, guestImageHash } from 'virtual:guest-image';
import { expect, test } from 'vitest';
import { bundleGuest } from '../vite.guest-image.ts';

const root = join(import.meta.dirname, '..');

test('is one script that imports and requires nothing', () => {
	expect(guestImageHash).toMatch(/^[0-9a-f]{16}$/);
	// A script, not a module: a stray import or export would not compile here.
	expect(() => new Script(guestImage)).not.toThrow();
});

test('names no folder of this machine', () => {
	expect(guestImage.includes(root)).toBe(false);
	// The inspector knows the word: it underlines packages in stacks.
	expect(guestImage).not.toMatch(/node_modules\/[\w@]/);
});

test('has the same bytes when built from another folder', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
	try {
		cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
		for (const file of ['package.json', 'tsconfig.json'])
			cpSync(join(root, file), join(folder, file));
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
		const { code } = await bundleGuest(folder);
		expect(code === guestImage).toBe(true);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
