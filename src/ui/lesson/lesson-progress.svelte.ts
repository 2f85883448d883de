// How far a person has come in each lesson, kept in the browser. Knows no lesson: only ids and numbers.
import type { KeyValueStore } from '../state/preferences.svelte.ts';

/** One lesson's record. */
export interface LessonRecord {
	/** Steps reached, from 1. */
	readonly reached: number;
	/** Steps of the lesson when it was last open. */
	readonly steps: number;
	/** Indices of the steps whose tasks were passed. */
	readonly passed: readonly number[];
	/** Tasks of the lesson. */
	readonly tasks: number;
}

type Records = Readonly<Record<string, LessonRecord>>;

const key = 'progress';

export class LessonProgress {
	readonly #store: KeyValueStore;
	#records: Records = $state.raw({});
	/** What is kept was written by a newer page: it is left alone. */
	readonly #isForeign: boolean;

	constructor(store: KeyValueStore) {
		this.#store = store;
		const read = readRecords(store.get(key));
		this.#isForeign = read === null;
		this.#records = read ?? {};
	}

	/** The record of a lesson; undefined when it was never opened. */
	of(lesson: string): LessonRecord | undefined {
		return this.#records[lesson];
	}

	/** Every lesson's record. */
	get all(): Records {
		return this.#records;
	}

	/** Takes over what others have reached and passed; nothing of this browser's is lost. */
	merge(records: Records): void {
		for (const [lesson, other] of Object.entries(records)) {
			const own = this.of(lesson);
			const before = own?.passed ?? [];
			const passed = [...before, ...other.passed.filter((task) => !before.includes(task))];
			const reached = Math.max(own?.reached ?? 0, other.reached);
			const { steps, tasks } = own ?? other;
			this.#keep(lesson, { reached, steps, passed, tasks });
		}
	}

	/** All tasks of the lesson are passed. */
	isDone(lesson: string): boolean {
		const record = this.of(lesson);
		return record !== undefined && record.tasks > 0 && record.passed.length >= record.tasks;
	}

	/** Some lesson was opened before. */
	get hasBegun(): boolean {
		return Object.keys(this.#records).length > 0;
	}

	/** A step was reached. */
	reach(lesson: string, step: number, steps: number, tasks: number): void {
		const before = this.of(lesson);
		const reached = Math.max(step + 1, before?.reached ?? 0);
		this.#keep(lesson, { reached, steps, passed: before?.passed ?? [], tasks });
	}

	/** The task of a step was passed. */
	pass(lesson: string, step: number): void {
		const before = this.of(lesson);
		if (before === undefined || before.passed.includes(step)) return;
		this.#keep(lesson, { ...before, passed: [...before.passed, step] });
	}

	/**
	 * The lesson to go on with: the furthest that was begun and is not done, else the first behind the furthest that is done,
	 * of those whose needs are done; undefined when all are done.
	 */
	next<L extends { readonly id: string; readonly needs: readonly string[] }>(
		lessons: readonly L[]
	): L | undefined {
		const begun = lessons.findLast(({ id }) => this.of(id) !== undefined && !this.isDone(id));
		if (begun !== undefined) return begun;
		const furthest = lessons.findLastIndex(({ id }) => this.isDone(id));
		const open = [...lessons.slice(furthest + 1), ...lessons].filter(({ id }) => !this.isDone(id));
		return open.find(({ needs }) => needs.every((id) => this.isDone(id))) ?? open[0];
	}

	#keep(lesson: string, record: LessonRecord): void {
		this.#records = { ...this.#records, [lesson]: record };
		if (this.#isForeign) return;
		this.#store.set(key, JSON.stringify({ version: 1, lessons: this.#records }));
	}
}

/** What is kept; empty when nothing can be read; null when a newer version wrote it. */
export function readRecords(text: string | null): Records | null {
	let data: unknown;
	try {
		data = JSON.parse(text ?? '{"version":1,"lessons":{}}');
	} catch {
		return {};
	}
	const { version, lessons } = (data ?? {}) as { version?: unknown; lessons?: unknown };
	if (typeof version === 'number' && version > 1) return null;
	if (typeof lessons !== 'object' || lessons === null) return {};
	const records = Object.entries(lessons as Record<string, Partial<LessonRecord> | null>);
	return Object.fromEntries(
		records.flatMap(([id, record]) => {
			const { reached, steps, passed, tasks } = record ?? {};
			const numbers = [reached, steps, tasks].every((value) => Number.isInteger(value));
			if (!numbers || !Array.isArray(passed) || !passed.every(Number.isInteger)) return [];
			return [[id, record as LessonRecord]];
		})
	);
}
