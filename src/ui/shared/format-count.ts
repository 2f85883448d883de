// A number of things in words: with separators, so that long ones can be read.

/** `100,000` */
export function formatCount(count: number): string {
	return count.toLocaleString('en');
}
