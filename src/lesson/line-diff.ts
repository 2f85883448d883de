// The difference of two lists of lines as people read it: `-` expected and missing, `+` there and not expected.

/** Longest lists compared line by line; longer ones are cut, since the first differences are what matters. */
const linesMax = 400;

/** Length of the longest common subsequence of every pair of tails. */
function tailLengths(a: readonly string[], b: readonly string[]): number[][] {
	const lengths = Array.from({ length: a.length + 1 }, () =>
		Array.from({ length: b.length + 1 }, () => 0)
	);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const same = a[i] === b[j];
			const row = lengths[i] ?? [];
			const below = lengths[i + 1] ?? [];
			row[j] = same ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return lengths;
}

/** Lines of both lists in order, each behind ` `, `-` (only expected) or `+` (only found). */
export function lineDiff(expected: readonly string[], found: readonly string[]): string[] {
	const a = expected.slice(0, linesMax);
	const b = found.slice(0, linesMax);
	const lengths = tailLengths(a, b);
	const lines: string[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			lines.push(`  ${a[i] ?? ''}`);
			i++;
			j++;
		} else if (j >= b.length || (i < a.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
			lines.push(`- ${a[i] ?? ''}`);
			i++;
		} else {
			lines.push(`+ ${b[j] ?? ''}`);
			j++;
		}
	}
	const cut = Math.max(expected.length, found.length) - linesMax;
	return cut > 0 ? [...lines, `  (${cut} more lines not compared here)`] : lines;
}

const at = (lengths: number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;
