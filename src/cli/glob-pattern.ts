// Patterns for names: `*` any letters, `?` one letter, `{a,b}` either.

/** The whole name must match. Letters that mean something in regular expressions mean themselves. */
export function globPattern(glob: string): RegExp {
	let depth = 0;
	const source = glob.replace(/[^]/g, (letter) => {
		if (letter === '*') return '.*';
		if (letter === '?') return '.';
		if (letter === '{') {
			depth++;
			return '(?:';
		}
		if (letter === '}' && depth > 0) {
			depth--;
			return ')';
		}
		if (letter === ',' && depth > 0) return '|';
		return letter.replace(/[.+^$()|[\]{}\\/]/, '\\$&');
	});
	return new RegExp(`^${source}${')'.repeat(depth)}$`);
}
