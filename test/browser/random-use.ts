// What somebody without a plan does to the page, drawn from a seed: keys, clicks, scrubs, edits, faults. Knows the page only
// by what it shows; what has to hold afterwards is the test's business.
import type { Page } from '@playwright/test';
import { Random } from '#kernel';
import { keyBindings } from '../../src/ui/shared/key-bindings.ts';
import { editorField } from './page-journey.ts';

/** What is under the mouse wherever it clicks. */
interface Target {
	readonly name: string;
	readonly x: number;
	readonly y: number;
}

/** Elements that do something when clicked; links lead away from the page, a picker of files stops it. */
const clickable = [
	'button:not(:disabled)',
	'summary',
	'[role="tab"]',
	'[role="button"]',
	'[role="menuitem"]',
	'[role="row"][tabindex]',
	'input[type="checkbox"]'
].join(',');

/** Buttons that leave the scenario or hand out a file, in both languages. */
const leavesThePage = /open f|export|save|keep|delete|lessons$|打开|导出|保存|保留|删除|课程$/i;

const texts: readonly string[] = [
	'// Somebody was here.\n',
	"console.log('hello from a changed program');\n",
	'setTimeout(() => console.log(1), 3);\n',
	')( this is no program\n',
	'\n'
];

/** A person without a plan. */
export class RandomUser {
	readonly #page: Page;
	readonly #random: Random;
	/** What was done, in words: what a failure is read by. */
	readonly done: string[] = [];

	constructor(page: Page, seed: number) {
		this.#page = page;
		this.#random = Random.seeded(seed);
	}

	/** Does one thing. What is not there to be done is passed over. */
	async act(): Promise<void> {
		const [name, action] = this.#pick<readonly [string, () => Promise<string>]>([
			['press', () => this.#press()],
			['press', () => this.#press()],
			['click', () => this.#click()],
			['click', () => this.#click()],
			['click', () => this.#click()],
			['scrub', () => this.#scrub()],
			['choose', () => this.#choose()],
			['write', () => this.#write()],
			['do to', () => this.#fault()],
			['press', () => this.#takeBack()]
		]);
		const at = this.done.push(name) - 1;
		this.done[at] = `${name} ${await action()}`;
	}

	#below(end: number): number {
		return this.#random.uint32() % end;
	}

	#pick<T>(all: readonly [T, ...T[]]): T;
	#pick<T>(all: readonly T[]): T | undefined;
	#pick<T>(all: readonly T[]): T | undefined {
		return all[this.#below(Math.max(all.length, 1))];
	}

	async #press(): Promise<string> {
		const key = this.#pick(keyBindings)?.key ?? '?';
		await this.#page.keyboard.press(pressable(key));
		return key;
	}

	async #takeBack(): Promise<string> {
		const key = this.#pick(['Control+z', 'Control+Shift+z', 'Escape']);
		await this.#page.keyboard.press(key);
		return key;
	}

	async #click(): Promise<string> {
		const target = this.#pick(await this.#targets(clickable));
		if (target === undefined) return 'nothing';
		await this.#page.mouse.click(target.x, target.y);
		return target.name;
	}

	async #scrub(): Promise<string> {
		const [track] = await this.#targets('input[type="range"]');
		const box = await this.#page.locator('input[type="range"]').first().boundingBox();
		if (track === undefined || box === null) return 'nothing';
		const [from, to] = [this.#below(100), this.#below(100)];
		const at = (percent: number) => box.x + 1 + ((box.width - 2) * percent) / 100;
		await this.#page.mouse.move(at(from), track.y);
		await this.#page.mouse.down();
		await this.#page.mouse.move(at(to), track.y, { steps: 3 });
		await this.#page.mouse.up();
		return `${String(from)} to ${String(to)} %`;
	}

	/** Speed, kind of step, level of detail and whatever else has a list of choices. */
	async #choose(): Promise<string> {
		const target = this.#pick(await this.#targets('select'));
		if (target === undefined) return 'nothing';
		const percent = this.#below(100);
		return this.#page.evaluate(
			({ x, y, percent }) => {
				const select = document.elementFromPoint(x, y)?.closest('select');
				if (!select) return 'nothing';
				select.selectedIndex = Math.floor((select.options.length * percent) / 100);
				select.dispatchEvent(new Event('change', { bubbles: true }));
				return `${select.ariaLabel ?? ''}: ${select.value}`;
			},
			{ ...target, percent }
		);
	}

	/** Writes a line at the top or the end of the shown file. */
	async #write(): Promise<string> {
		const [place, text] = [this.#pick(['Home', 'End']), this.#pick(texts) ?? ''];
		const [code] = await this.#targets(
			'[data-region="editor"] .code, [data-region="editor"] .monaco-editor'
		);
		if (code === undefined) return 'nothing';
		await this.#page.mouse.click(code.x, code.y);
		const field = editorField(this.#page);
		// What was clicked before may have opened over it just now.
		const dialog = this.#page.locator('dialog[open]');
		await field.or(dialog).first().waitFor({ state: 'attached', timeout: 30_000 });
		if ((await dialog.count()) > 0) return 'nothing: a dialog came first';
		await field.focus();
		await this.#page.keyboard.press(`ControlOrMeta+${place}`);
		await this.#page.keyboard.insertText(text);
		return `${JSON.stringify(text)} at ${place}`;
	}

	/** Opens the menu of something on the stage and takes one of what it offers. */
	async #fault(): Promise<string> {
		const target = this.#pick(await this.#targets('[data-actor]'));
		if (target === undefined) return 'nothing';
		await this.#page.mouse.click(target.x, target.y, { button: 'right' });
		const items = this.#page.getByRole('menuitem');
		const isOpen = await items
			.first()
			.waitFor({ timeout: 2000 })
			.then(
				() => true,
				() => false
			);
		if (!isOpen) return `${target.name}, no menu`;
		const offered = await this.#targets('[role="menuitem"]:not([aria-disabled="true"])');
		const item = this.#pick(offered);
		if (item === undefined) return `${target.name}, nothing offered`;
		await this.#page.mouse.click(item.x, item.y);
		return `${target.name}: ${item.name}`;
	}

	/** What fits a selector, is in view with nothing above it, and may be clicked here. */
	async #targets(selector: string): Promise<readonly Target[]> {
		const all = await this.#page.evaluate((selector) => {
			const found: { name: string; x: number; y: number }[] = [];
			for (const element of document.querySelectorAll(selector)) {
				const box = element.getBoundingClientRect();
				const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
				const top = document.elementFromPoint(x, y);
				if (top === null || !element.contains(top)) continue;
				const name = (element.getAttribute('aria-label') ?? element.textContent).trim();
				found.push({ name: name.replace(/\s+/g, ' ').slice(0, 60), x, y });
			}
			return found;
		}, selector);
		return all.filter(({ name }) => !leavesThePage.test(name));
	}
}

/** A key of the table as Playwright names it. */
function pressable(key: string): string {
	if (key === ' ') return 'Space';
	return key.replace('Ctrl+', 'Control+');
}
