// Long ids cut in the middle, so that both ends stay readable. The whole belongs into a title.

/** At most `max` characters; the cut is marked by an ellipsis. */
export function shorten(text: string, max = 18): string {
	if (text.length <= max) return text;
	const head = Math.ceil((max - 1) / 2);
	const tail = max - 1 - head;
	return `${text.slice(0, head)}…${text.slice(text.length - tail)}`;
}
