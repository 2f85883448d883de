// A person opens a folder of their own: chosen in the dialog or dropped, it runs, is kept, exported and removed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { digestOf, expect, region, test } from './page-journey.ts';

const programs: Readonly<Record<string, string>> = {
	'rpc_server.js': `const fs = require('fs');
require('amqplib').connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	await channel.assertQueue('squares');
	channel.consume('squares', (message) => {
		const answer = String(Number(message.content) ** 2);
		const { replyTo, correlationId } = message.properties;
		channel.sendToQueue(replyTo, Buffer.from(answer), { correlationId });
		channel.ack(message);
	});
});`,
	'rpc_client.js': `const [number] = process.argv.slice(2);
if (number === undefined) { console.log('Usage: rpc_client.js num'); process.exit(1); }
try { require('express'); } catch { console.log('no express'); }
require('amqplib').connect('amqp://localhost').then(async (connection) => {
	const channel = await connection.createChannel();
	const { queue } = await channel.assertQueue('', { exclusive: true });
	channel.consume(queue, (message) => {
		console.log('Got %s', message.content.toString());
		setTimeout(() => connection.close(), 100);
	}, { noAck: true });
	channel.sendToQueue('squares', Buffer.from(number), { replyTo: queue, correlationId: 'x' });
});`,
	'package.json': '{ "name": "squares" }',
	'node_modules/express/index.js': 'module.exports = {};'
};

let above = '';
let folder = '';

test.beforeAll(() => {
	above = mkdtempSync(join(tmpdir(), 'roundtrip-'));
	folder = join(above, 'squares');
	for (const [path, text] of Object.entries(programs)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
});
test.afterAll(() => {
	rmSync(above, { recursive: true });
});

async function openFolder(page: Page): Promise<void> {
	await page.goto('./');
	await expect(page.getByRole('button', { name: 'Open folder…' }).first()).toBeVisible();
	await page.locator('main input[data-picks="folder"]').setInputFiles(folder);
	await expect(page.getByRole('dialog')).toContainText('2 of 2');
}

/** The console's text at the end of the run. */
async function printed(page: Page): Promise<string> {
	await page.getByRole('slider', { name: 'Timeline' }).focus();
	await page.keyboard.press('End');
	await expect(region(page, 'Console')).toContainText('Got');
	return region(page, 'Console').innerText();
}

test('a folder is opened with the keyboard, runs, and is there again after a reload', async ({
	cleanPage: page
}) => {
	await openFolder(page);
	const dialog = page.getByRole('dialog', { name: 'Open a folder' });
	await expect(dialog).toContainText('express');
	await expect(dialog).toContainText('rpc_client.js:3');
	await expect(dialog).toContainText('One file or folder was left out');
	await dialog.getByLabel('Arguments of rpc_client.js').focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('12');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#\/mine\/squares$/);
	const digest = await digestOf(page);
	expect(await printed(page)).toContain('Got 144');
	await expect(page.getByRole('note')).toContainText('express rpc_client.js:3');

	await page.reload();
	expect(await digestOf(page)).toBe(digest);
	await page.goto('./#/');
	await page.getByRole('button', { name: 'Remove squares' }).click();
	await expect(page.getByRole('link', { name: /squares/ })).toHaveCount(0);
	await page.getByRole('button', { name: /Bring .*squares.* back/ }).click();
	await page.getByRole('link', { name: /squares/ }).click();
	expect(await digestOf(page)).toBe(digest);
});

test('an exported scenario holds the edits and is opened again as a file', async ({
	cleanPage: page
}) => {
	await openFolder(page);
	await page.getByRole('button', { name: 'Open and run' }).click();
	const digest = await digestOf(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export as a file' }).click()
	]);
	expect(download.suggestedFilename()).toBe('squares.scenario.json');
	const file = join(above, 'squares.scenario.json');
	await download.saveAs(file);
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, title: 'squares' });

	await page.goto('./#/');
	await page.locator('main input[data-picks="file"]').setInputFiles(file);
	await page.getByRole('button', { name: 'Open and run' }).click();
	await expect(page).toHaveURL(/#\/mine\/squares-2$/);
	expect(await digestOf(page)).toBe(digest);
});

test('a file dropped on the page is read; what cannot be run says why', async ({
	cleanPage: page
}) => {
	await page.goto('./');
	const transfer = await page.evaluateHandle(() => {
		const data = new DataTransfer();
		data.items.add(new File(['let x: number = 1;'], 'server.ts'));
		return data;
	});
	// The page takes drops as soon as its first picture stands.
	await expect(async () => {
		await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
		await expect(page.getByText('Drop the folder to open it here')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
	const dialog = page.getByRole('dialog', { name: 'Open a folder' });
	await expect(dialog.getByRole('alert')).toContainText('compile it first');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 390]) {
		test(`the dialog is accessible, ${colorScheme}, ${width} pixels wide`, async ({
			cleanPage: page
		}) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize({ width, height: 860 });
			await openFolder(page);
			const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
		});
	}
}
