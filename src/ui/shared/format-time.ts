// Virtual times and spans in words: always with their unit, with digits that do not jump.

/** A span or moment in microseconds as `512.34 ms`, from ten seconds on as `12.345 s`. */
export function formatMicros(us: number): string {
	const sign = us < 0 ? '−' : '';
	const size = Math.abs(us);
	if (size >= 10_000_000) return `${sign}${(size / 1_000_000).toFixed(3)} s`;
	return `${sign}${(size / 1000).toFixed(2)} ms`;
}

/** A short span for narrow places: `10 ms`, `0.2 ms`, `1.5 s`. */
export function formatSpan(us: number): string {
	if (us >= 1_000_000) return `${trim((us / 1_000_000).toFixed(2))} s`;
	return `${trim((us / 1000).toFixed(2))} ms`;
}

function trim(text: string): string {
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
