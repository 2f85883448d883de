// How the sequence diagram is looked at: scale, folds, the person's order of lifelines, the part in view. Nothing here is about
// the run. Scale and folding are remembered for all scenarios, the lifelines for each.
import type { Preferences } from '../state/index.ts';
import { readOrder, usualOrder, type LifelineOrder } from './lifelines.ts';
import { scaleMax, scaleMin, scaleUsual } from './sequence-layout.ts';

export class SequenceView {
	readonly #preferences: Preferences;
	#key = '';
	#scale = $state(scaleUsual);
	#isFolded = $state(true);
	#arrangement: LifelineOrder = $state.raw(usualOrder);
	/** Exchanges folded or unfolded against the rule, by their `sentSeq`. */
	exceptions: readonly number[] = $state.raw([]);
	/** The element that scrolls. */
	scroller: HTMLDivElement | undefined = $state.raw();
	/** The window on the diagram, CSS pixels. */
	scrollTop = $state(0);
	scrollLeft = $state(0);
	width = $state(0);
	height = $state(0);
	/** The window was moved, and the element is yet to follow. */
	#isMoved = $state(false);

	constructor(preferences: Preferences) {
		this.#preferences = preferences;
		const kept = Number(preferences.read('sequence-scale'));
		if (kept >= scaleMin && kept <= scaleMax) this.#scale = kept;
		this.#isFolded = preferences.read('sequence-folds') !== 'no';
	}

	/** Pixels for a millisecond. */
	get scale(): number {
		return this.#scale;
	}

	set scale(scale: number) {
		this.#scale = Math.min(Math.max(scale, scaleMin), scaleMax);
		this.#preferences.write('sequence-scale', String(this.#scale));
	}

	/** Protocol exchanges are one arrow each. */
	get isFolded(): boolean {
		return this.#isFolded;
	}

	set isFolded(isFolded: boolean) {
		this.#isFolded = isFolded;
		this.exceptions = [];
		this.#preferences.write('sequence-folds', isFolded ? 'yes' : 'no');
	}

	/** Moves the window on the diagram. What is in view follows at once; the element itself when that is drawn, see `settle`. */
	scrollTo(top: number, left = this.scrollLeft): void {
		this.scrollTop = Math.max(0, top);
		this.scrollLeft = Math.max(0, left);
		this.#isMoved = true;
	}

	/** What is in view is drawn: the element follows, as far as it goes. Asked earlier, the browser would lay out the page twice. */
	settle(): void {
		const { scroller } = this;
		if (!this.#isMoved || !scroller) return;
		this.#isMoved = false;
		scroller.scrollTo({ top: this.scrollTop, left: this.scrollLeft });
		this.scrollTop = scroller.scrollTop;
		this.scrollLeft = scroller.scrollLeft;
	}

	/** Folds or unfolds one exchange. */
	toggleExchange(sentSeq: number): void {
		const others = this.exceptions.filter((seq) => seq !== sentSeq);
		this.exceptions =
			others.length < this.exceptions.length ? others : [...this.exceptions, sentSeq];
	}

	/** The lifelines as arranged for this scenario. */
	get arrangement(): LifelineOrder {
		return this.#arrangement;
	}

	set arrangement(arrangement: LifelineOrder) {
		this.#arrangement = arrangement;
		this.#preferences.write(this.#key, JSON.stringify(arrangement));
	}

	/** Another scenario, by a name that stays the same; its arrangement is found again. */
	open(scenario: string): void {
		this.#key = `lifelines:${scenario}`;
		this.#arrangement = readOrder(this.#preferences.read(this.#key));
		this.exceptions = [];
	}

	hide(node: string, isHidden: boolean): void {
		const others = this.#arrangement.hidden.filter((name) => name !== node);
		this.arrangement = {
			...this.#arrangement,
			hidden: isHidden ? [...others, node] : others
		};
	}
}
