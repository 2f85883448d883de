// More processes than a browser gives out WebAssembly memories: a chat of many users is computed on the page, and comes to
// what it comes to in Node.js.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Scenario } from '#scenario';
import { toShareText } from '../../src/scenario/share-link.ts';
import { busyChat } from '../support/busy-chat.ts';
import { expect, region, test } from './page-journey.ts';

const root = join(import.meta.dirname, '../..');

async function digestInNode(scenario: Scenario): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
	try {
		writeFileSync(join(folder, 'scenario.json'), JSON.stringify(scenario));
		const { stdout } = await promisify(execFile)(
			process.execPath,
			[join(root, '.roundtrip/roundtrip.js'), 'run', folder, '--json'],
			{ maxBuffer: 64 * 1024 * 1024 }
		);
		return (JSON.parse(stdout) as { digest: string }).digest;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('a chat of 140 processes has the same digest here as in Node.js', async ({
	cleanPage: page
}) => {
	test.setTimeout(180_000);
	const scenario = busyChat({ users: 132, rooms: 20, messages: 1 });
	const digest = await digestInNode(scenario);
	await page.goto(`./#/s/${toShareText(scenario)}`);
	await expect(region(page, 'Stage')).toHaveAttribute('data-digest', digest, { timeout: 120_000 });
});
