// What the console lists and which part of it is in view.
import type { ConsoleFilter } from './console-lines.ts';

export class ConsoleView {
	filter: ConsoleFilter = $state.raw({ show: 'all' });
	/** The element that scrolls. */
	scroller: HTMLDivElement | undefined = $state.raw();
	/** CSS pixels. */
	scrollTop = $state(0);
	height = $state(0);
	width = $state(0);
	/** Width of a letter of the code font. */
	#letterPx = $state(7.2);

	get letterPx(): number {
		return this.#letterPx;
	}

	/** `px`: how wide ten letters are. */
	measured(px: number): void {
		if (px > 0) this.#letterPx = px / 10;
	}

	/** The filter as one word, for a select. */
	get choice(): string {
		return this.filter.show === 'process' ? `process ${this.filter.name}` : this.filter.show;
	}

	set choice(choice: string) {
		if (choice === 'all' || choice === 'framework') this.filter = { show: choice };
		else this.filter = { show: 'process', name: choice.slice('process '.length) };
	}
}
