// Rows of two outcomes as a person reads them. Pure.
import type { ComparisonWords } from '../text/comparison.ts';
import type { OutcomeRow } from '../state/outcome.ts';

export function rowLabel({ topic, server }: OutcomeRow, words: ComparisonWords): string {
	return topic === 'load' ? words.requestsTo(server) : words.topics[topic];
}

/** One side of a row: `12`, `12 of 20`, `31.40 ms`, `none`. */
export function rowValue(
	row: OutcomeRow,
	side: 'before' | 'after',
	words: ComparisonWords
): string {
	const value = row[side];
	const of = side === 'before' ? row.beforeOf : row.afterOf;
	if (value === null) return words.none;
	if (of !== null) return words.countOf(value, of);
	return row.topic.endsWith('Ms') ? `${value.toFixed(2)} ms` : String(value);
}
