// A field of servers.json as a word of a command line: `util.format('%s', value)`, with which Pomelo's master makes it.
// Source: Node.js documentation, util.format: %s shows objects by util.inspect() with depth 0.

const plainKey = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

/** `value` is what JSON can hold. An object or a list shows one level, e.g. `{ a: 1, b: [Array] }`. */
export function argumentText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (Array.isArray(value)) return inBrackets('[', value.map(partText), ']');
	const parts = Object.entries(value).map(
		([key, part]) => `${plainKey.test(key) ? key : quoted(key)}: ${partText(part)}`
	);
	return inBrackets('{', parts, '}');
}

function partText(part: unknown): string {
	if (typeof part === 'string') return quoted(part);
	if (typeof part !== 'object' || part === null) return String(part);
	const count = Object.keys(part).length;
	if (Array.isArray(part)) return count === 0 ? '[]' : '[Array]';
	return count === 0 ? '{}' : '[Object]';
}

/** In single quotes, or in others where the text itself has some. */
function quoted(text: string): string {
	const mark = [`'`, '"', '`'].find((each) => !text.includes(each)) ?? `'`;
	const plain = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
	return mark + (mark === `'` ? plain.replaceAll(`'`, `\\'`) : plain) + mark;
}

function inBrackets(open: string, parts: readonly string[], close: string): string {
	return parts.length === 0 ? open + close : `${open} ${parts.join(', ')} ${close}`;
}
