// A person opens a scenario, moves through its run both ways, changes the code and finds the change again.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestOf, expect, open, region, replaceCode, test } from './page-journey.ts';

const root = join(import.meta.dirname, '../..');

async function digestOfCommandLine(id: string): Promise<string> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[join(root, '.roundtrip/roundtrip.js'), 'run', id, '--json'],
		{ cwd: root, maxBuffer: 64 * 1024 * 1024 }
	);
	return (JSON.parse(stdout) as { digest: string }).digest;
}

test('from the home page into a scenario', async ({ cleanPage: page }) => {
	await page.goto('./');
	await page
		.getByRole('link', { name: /AMQP RPC: a callback queue/ })
		.first()
		.click();
	await digestOf(page);
	for (const name of ['Stage', 'Editor', 'Console', 'Sequence diagram']) {
		await expect(region(page, name)).toBeVisible();
	}
});

for (const id of ['amqp-rpc', 'pomelo-time', 'amqp-rpc-busy']) {
	test(`${id} has the same digest here as on the command line`, async ({ cleanPage: page }) => {
		expect(await open(page, `#/play/${id}`)).toBe(await digestOfCommandLine(id));
	});
}

test('the run is played, paused, stepped both ways and scrubbed', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const at = async () => Number(await timeline.inputValue());
	const began = await at();

	await page.getByRole('button', { name: 'Step forward' }).click();
	const stepped = await at();
	expect(stepped).toBeGreaterThan(began);
	await expect(timeline).toHaveAttribute('aria-valuetext', /ms.*: .+/);
	await page.getByRole('button', { name: 'Step back' }).click();
	expect(await at()).toBe(began);

	await page.getByRole('button', { name: 'Play' }).click();
	await expect.poll(at).toBeGreaterThan(stepped);
	await page.getByRole('button', { name: 'Pause' }).click();
	const paused = await at();
	await page.getByRole('button', { name: 'Restart' }).click();
	expect(await at()).toBeLessThan(paused);

	await timeline.focus();
	await page.keyboard.press('End');
	await expect(region(page, 'Console')).toContainText('Got 9227465');
	await page.getByRole('tab', { name: 'Calls' }).click();
	const calls = page.getByRole('table', { name: 'Calls' });
	await expect(calls.getByRole('row')).toHaveCount(2);
	await expect(calls).toContainText('answered');
});

test('the events table says in words what the stage shows, and moves the cursor', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	await page.getByRole('tab', { name: 'Events' }).click();
	const events = page.getByRole('table', { name: 'Events' });
	await expect(events.getByRole('columnheader')).toHaveText([
		'Event',
		'Time',
		'Where',
		'What happened'
	]);
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	const before = await timeline.inputValue();
	await page.getByRole('group', { name: /^Rows/ }).focus();
	for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown');
	await expect(timeline).not.toHaveValue(before);
	await timeline.focus();
	await page.keyboard.press('End');
	await expect(events).toContainText('client received the reply "9227465" from broker.');
	await expect(events.locator('[aria-current="true"]')).toContainText('The run ends');
});

test('an arrow of the sequence diagram takes the cursor to its message', async ({
	cleanPage: page
}) => {
	await open(page, '#/play/amqp-rpc');
	const diagram = region(page, 'Sequence diagram');
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await diagram.getByRole('group').focus();
	for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
	const reached = Number(await timeline.inputValue());
	expect(reached).toBeGreaterThan(10);
	await page.keyboard.press('ArrowUp');
	expect(Number(await timeline.inputValue())).toBeLessThan(reached);
});

test('an edited router sends the calls elsewhere, and a reload keeps the edit', async ({
	cleanPage: page
}) => {
	test.slow();
	const path = 'game-server/app/util/routers.js';
	const source = readFileSync(join(root, 'lessons/scenarios/pomelo-time', path), 'utf8');
	const digest = await open(page, '#/play/pomelo-time');
	await page.getByRole('tab', { name: 'routers.js' }).click();
	await replaceCode(page, source.replace('routeParam % timeServers.length', '1'));
	const changed = await digestOf(page, digest);

	const answers = async () => {
		const timeline = page.getByRole('slider', { name: 'Timeline' });
		await timeline.focus();
		await page.keyboard.press('End');
		await page.getByRole('tab', { name: 'Calls' }).click();
		const rows = page
			.getByRole('table', { name: 'Calls' })
			.getByRole('row', { name: /getCurrentTime/ });
		await expect(rows.first()).toBeVisible();
		return rows.allInnerTexts();
	};
	const targets = await answers();
	expect(targets).toHaveLength(10);
	expect(targets.filter((row) => row.includes('time-server-1'))).toEqual([]);

	await page.reload();
	await expect.poll(() => digestOf(page)).toBe(changed);
	await page.getByRole('button', { name: 'Reset code' }).click();
	await expect.poll(() => digestOf(page)).toBe(digest);
	await page.getByRole('button', { name: 'Undo: Reset code' }).click();
	await expect.poll(() => digestOf(page)).toBe(changed);
});

test('an error of a program is marked in the code and told in the console', async ({
	cleanPage: page
}) => {
	const digest = await open(page, '#/play/amqp-rpc');
	await page.getByRole('tab', { name: 'rpc_client.js' }).click();
	await replaceCode(page, "console.log('before');\nthrow new Error('on purpose');\n");
	await digestOf(page, digest);
	await page.getByRole('slider', { name: 'Timeline' }).focus();
	await page.keyboard.press('End');
	await expect(region(page, 'Console')).toContainText('Error: on purpose');
	await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
});

test('in Chinese a scenario is called so in the list, above its run and in the choice of steps', async ({
	cleanPage: page
}) => {
	await page.goto('./');
	await page.getByRole('button', { name: '中文，简体' }).click();
	await page.getByRole('link', { name: /^死信：过一会儿再试/ }).click();
	await digestOf(page);
	await expect(page.getByRole('heading', { name: '死信：过一会儿再试' })).toBeVisible();
	await expect(page).toHaveTitle(/^死信/);
	await expect(page.getByLabel('步进方式').locator('option:checked')).toHaveText('消息');
});
