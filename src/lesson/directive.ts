// The little language of lesson.md's directive lines: `@name word "quoted word" key=value key~part`.
// Only the words; what they mean is read in parse-lesson.ts, event-selector.ts and check-syntax.ts.

/** A word of a directive: a bare one, or a condition on a field. */
export type Word =
	| { readonly type: 'text'; readonly text: string }
	| {
			readonly type: 'field';
			readonly field: string;
			/** `=` equals, `~` contains, `!` differs. */
			readonly operator: '=' | '~' | '!';
			readonly value: string;
	  };

export interface Directive {
	readonly name: string;
	readonly words: readonly Word[];
	/** Everything behind the name, as written. */
	readonly rest: string;
	readonly line: number;
}

const directiveLine = /^@([a-z][a-z-]*)(?:\s+(.*))?$/;
const wordPattern = /([A-Za-z][\w.]*)(=|~|!=)("(?:[^"\\]|\\.)*"|\S*)|"(?:[^"\\]|\\.)*"|\S+/g;

/** Reads a line that begins with `@`; undefined when it is no directive. */
export function parseDirective(text: string, line: number): Directive | undefined {
	const match = directiveLine.exec(text);
	if (match?.[1] === undefined) return undefined;
	const rest = (match[2] ?? '').trim();
	return { name: match[1], words: parseWords(rest), rest, line };
}

/** Splits at spaces; double quotes hold a word together, with \" and \\ inside. */
export function parseWords(text: string): readonly Word[] {
	const words: Word[] = [];
	for (const match of text.matchAll(wordPattern)) {
		const [whole, field, operator, value] = match;
		if (field !== undefined && operator !== undefined && value !== undefined) {
			words.push({
				type: 'field',
				field,
				operator: operator === '!=' ? '!' : operator === '~' ? '~' : '=',
				value: unquote(value)
			});
		} else {
			words.push({ type: 'text', text: unquote(whole) });
		}
	}
	return words;
}

/** The bare words alone. */
export function textWords(words: readonly Word[]): readonly string[] {
	return words.flatMap((word) => (word.type === 'text' ? [word.text] : []));
}

function unquote(text: string): string {
	if (!text.startsWith('"')) return text;
	return text.slice(1, -1).replace(/\\(.)/g, '$1');
}
