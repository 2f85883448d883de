// What is done to the run of the open scenario: what came with it and what the person did, each change with its way back.
// Kept in the browser like edits. Computes no run: whoever owns the run is told of each change.
import type { Intervention } from '#scenario';
import type { KeyValueStore } from './preferences.svelte.ts';
import type { UndoHistory, UndoStep } from './undo-history.svelte.ts';

/** An intervention of the run. */
export interface ListedIntervention {
	readonly intervention: Intervention;
	/** Its place among the run's interventions: the number in the trace. */
	readonly index: number;
	/** Did the person do it? Otherwise it came with the scenario. */
	readonly isOwn: boolean;
}

/** What a person changed. */
export interface InterventionChange {
	readonly what: 'add' | 'edit' | 'remove' | 'clear';
	/** What was added, came of the edit, or was removed; null when all were cleared. */
	readonly intervention: Intervention | null;
	/** Milliseconds after time 0 at which the past was changed; null when nothing computed or done later is given up. */
	readonly forkedAt: number | null;
	/** Later ones of the person that the fork dropped, or all that were cleared. */
	readonly givenUp: readonly Intervention[];
}

/** What differs from the scenario as it came. */
interface Snapshot {
	readonly own: readonly Intervention[];
	/** The scenario's own that were taken away, each as JSON: they are told apart by what they are. */
	readonly without: readonly string[];
	/** Where the change that led to this changed the past; see InterventionChange. */
	readonly forkedAt: number | null;
}

const unchanged: Snapshot = { own: [], without: [], forkedAt: null };

export class Interventions {
	readonly #store: KeyValueStore;
	readonly #history: UndoHistory;
	readonly #onChange: () => void;
	#key = '';
	#given: readonly Intervention[] = $state.raw([]);
	#now: Snapshot = $state.raw(unchanged);
	#latest: InterventionChange | null = $state.raw(null);
	/** The person's own before the latest addition. */
	#beforeFork: readonly Intervention[] = [];

	/** @param onChange called when the list has become another one */
	constructor(store: KeyValueStore, history: UndoHistory, onChange: () => void) {
		this.#store = store;
		this.#history = history;
		this.#onChange = onChange;
	}

	/** In the order of the run's numbers: the scenario's own first. */
	readonly list: readonly ListedIntervention[] = $derived.by(() => {
		const kept = withoutThose(this.#given, this.#now.without);
		return [...kept, ...this.#now.own].map((intervention, index) => ({
			intervention,
			index,
			isOwn: index >= kept.length
		}));
	});

	/** Is everything as the scenario has it? */
	get isUntouched(): boolean {
		return this.#now.own.length + this.#now.without.length === 0;
	}

	/** Is what the person did there again after a reload? True when nothing was done. */
	get outlivesPage(): boolean {
		return this.isUntouched || this.#key !== '';
	}

	/** The change the person made last, until it was undone or read. */
	get latest(): InterventionChange | null {
		return this.#latest;
	}

	/** Milliseconds after time 0 at which the latest change changed the past; null when it did not. */
	get forkedAt(): number | null {
		return this.#now.forkedAt;
	}

	/** Begins with what came with a scenario and what was kept under a key; '' keeps nothing. Tells nobody. */
	open(given: readonly Intervention[], key: string): void {
		this.#given = given;
		this.#key = key;
		this.#now = this.#load();
		this.#latest = null;
	}

	/**
	 * Does something to the run. What the person did after `fromMs` is given up: the run forks there.
	 * @param isPast is anything of the computed run behind that time?
	 */
	add(
		intervention: Intervention,
		label: string,
		fromMs: number,
		isPast: boolean
	): InterventionChange {
		const kept = this.#now.own.filter((earlier) => earlier.at <= fromMs);
		const givenUp = this.#now.own.filter((earlier) => earlier.at > fromMs);
		const forkedAt = isPast || givenUp.length > 0 ? fromMs : null;
		this.#beforeFork = this.#now.own;
		const change: InterventionChange = { what: 'add', intervention, forkedAt, givenUp };
		return this.#change(change, label, { own: [...kept, intervention] });
	}

	/** Brings back what the latest change gave up, beside what it added. */
	keepGivenUp(label: string): void {
		const change = this.#latest;
		if (change === null || change.givenUp.length === 0 || change.what !== 'add') return;
		const own = [...this.#beforeFork, ...this.#now.own.slice(-1)];
		this.#change({ ...change, givenUp: [] }, label, { own });
	}

	/** Puts another one in the place of one. */
	edit(index: number, intervention: Intervention, label: string): void {
		this.#replace('edit', index, intervention, label);
	}

	remove(index: number, label: string): void {
		this.#replace('remove', index, null, label);
	}

	/** Takes all away, also what came with the scenario. */
	clear(label: string): void {
		const givenUp = this.list.map((listed) => listed.intervention);
		if (givenUp.length === 0) return;
		const without = this.#given.map((given) => JSON.stringify(given));
		const change = { what: 'clear', intervention: null, forkedAt: null, givenUp } as const;
		this.#change(change, label, { own: [], without });
	}

	/** The person has read what the latest change did. */
	dismiss(): void {
		this.#latest = null;
	}

	#replace(what: 'edit' | 'remove', index: number, by: Intervention | null, label: string): void {
		const listed = this.list[index];
		if (listed === undefined) return;
		const { own, without } = this.#now;
		const added = by === null ? [] : [by];
		const place = index - (this.list.length - own.length);
		const after = listed.isOwn
			? { own: own.toSpliced(place, 1, ...added) }
			: { without: [...without, JSON.stringify(listed.intervention)], own: [...added, ...own] };
		const intervention = by ?? listed.intervention;
		this.#change({ what, intervention, forkedAt: null, givenUp: [] }, label, after);
	}

	#change(
		change: InterventionChange,
		label: string,
		differs: Partial<Snapshot>
	): InterventionChange {
		this.#history.push(this.#stepTo(this.#now, label));
		this.#become({ ...this.#now, forkedAt: change.forkedAt, ...differs });
		this.#latest = change;
		return change;
	}

	/** The step whose undoing leads to a snapshot. */
	#stepTo(snapshot: Snapshot, label: string): UndoStep {
		return {
			label,
			undo: () => {
				const again = this.#stepTo(this.#now, label);
				this.#become(snapshot);
				return again;
			}
		};
	}

	#become(snapshot: Snapshot): void {
		this.#now = snapshot;
		this.#latest = null;
		this.#save();
		this.#onChange();
	}

	#save(): void {
		if (this.#key === '') return;
		const { own, without } = this.#now;
		if (own.length + without.length === 0) this.#store.remove(keptUnder(this.#key));
		else this.#store.set(keptUnder(this.#key), JSON.stringify({ version: 1, own, without }));
	}

	#load(): Snapshot {
		if (this.#key === '') return unchanged;
		try {
			const kept: unknown = JSON.parse(this.#store.get(keptUnder(this.#key)) ?? 'null');
			if (typeof kept !== 'object' || kept === null) return unchanged;
			const { own, without } = kept as { own?: unknown; without?: unknown };
			return {
				...unchanged,
				own: Array.isArray(own) ? own.filter(isIntervention) : [],
				without: Array.isArray(without) ? without.filter((one) => typeof one === 'string') : []
			};
		} catch {
			return unchanged;
		}
	}
}

/** Where the interventions of a scenario are kept. */
export function keptUnder(key: string): string {
	return `interventions:${key}`;
}

/** Written by this page; whether its names still exist in the scenario the run itself finds out. */
function isIntervention(one: unknown): one is Intervention {
	if (typeof one !== 'object' || one === null) return false;
	const { at, do: what } = one as { at?: unknown; do?: unknown };
	return typeof at === 'number' && typeof what === 'string';
}

/** Each text takes one away that reads the same. */
function withoutThose(
	given: readonly Intervention[],
	without: readonly string[]
): readonly Intervention[] {
	const left = [...without];
	return given.filter((intervention) => {
		const place = left.indexOf(JSON.stringify(intervention));
		if (place < 0) return true;
		left.splice(place, 1);
		return false;
	});
}
