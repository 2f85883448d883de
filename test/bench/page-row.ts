// A row of the page's benchmark: what was measured, how much it may be, and whether it is.

/** A measured value beside what it may be at most, both in one unit. */
export interface PageRow {
	readonly what: string;
	readonly value: number;
	readonly unit: 'ms' | 'bytes';
	/** Null where nothing is asked. */
	readonly budget: number | null;
	/** What else is worth knowing. */
	readonly notes?: string;
}

/** Frames come at 16.67 ms and are stamped a tenth of a millisecond off. */
const tolerance = 1.02;

export function printRow({ what, value, unit, budget, notes }: PageRow): void {
	const shown = (number: number): string => `${number.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;
	const verdict =
		budget === null
			? 'no budget'
			: value <= budget * tolerance
				? `within ${shown(budget)}`
				: `OVER its budget of ${shown(budget)} by ${(value / budget).toFixed(1)} times`;
	const tail = notes === undefined ? '' : `; ${notes}`;
	console.log(`${what}: ${shown(value)}, ${verdict}${tail}`);
}

/** The smallest value that a part (0 to 1) of all values do not exceed. */
export function percentile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
