// The pages have no violation that an automatic check can find, in both themes, wide and narrow; Tab leads past the header.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from './page-journey.ts';

const views = [
	{ name: 'the home page', hash: '' },
	{ name: 'a scenario', hash: '#/play/amqp-rpc' },
	{ name: 'a lesson', hash: '#/lesson/pomelo-first-call' }
];

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 420]) {
		for (const { name, hash } of views) {
			test(`${name}, ${colorScheme}, ${width} pixels wide`, async ({ cleanPage: page }) => {
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				await page.setViewportSize({ width, height: 860 });
				if (hash === '') {
					await page.goto('./');
					await expect(page.getByRole('heading', { name: /round trip/ })).toBeVisible();
				} else {
					await open(page, hash);
				}
				const { violations } = await new AxeBuilder({ page }).analyze();
				const found = violations.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
				);
				expect(found).toEqual([]);
			});
		}
	}
}

test('the first stops of Tab lead past the header', async ({ cleanPage: page }) => {
	await open(page, '#/play/amqp-rpc');
	const skip = page.getByRole('button', { name: 'Skip to the run bar' });
	await expect(skip).toBeAttached();
	await skip.focus();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Restart' })).toBeFocused();
});
