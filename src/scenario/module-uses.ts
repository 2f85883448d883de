// The modules a source text asks for, by line: `require('x')`, `import ... from 'x'`, `import('x')`, `export ... from`.
// Read with one pattern that steps over comments and strings, not with a parser: a name that is computed is not seen.

/** A module asked for by a literal name. */
export interface ModuleUse {
	readonly specifier: string;
	/** From 1. */
	readonly line: number;
}

/** A call `object.member(`, for looking up what an object cannot do here. */
export interface MemberCall {
	readonly object: string;
	readonly member: string;
	/** From 1. */
	readonly line: number;
}

const comment = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`;
const text = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|${'`'}(?:\\[\s\S]|[^${'`'}\\])*${'`'}`;
const name = String.raw`(['"])([^'"\n]+)`;
const importPattern = new RegExp(
	`${comment}|\\brequire\\s*\\(\\s*${name}\\1\\s*\\)|\\bimport\\s*\\(\\s*${name}\\3|` +
		`\\bimport\\s*${name}\\5|\\bfrom\\s*${name}\\7|${text}`,
	'g'
);
const callPattern = new RegExp(`${comment}|${text}|\\b([\\w$]+)\\s*\\.\\s*([\\w$]+)\\s*\\(`, 'g');

/** Line numbers for rising positions in a text. */
function lineCounter(source: string): (position: number) => number {
	let line = 1;
	let counted = 0;
	return (position) => {
		for (; counted < position; counted++) if (source[counted] === '\n') line++;
		return line;
	};
}

/** The modules asked for, in the order of the text. */
export function moduleUses(source: string): ModuleUse[] {
	const lineAt = lineCounter(source);
	return [...source.matchAll(importPattern)].flatMap((match) => {
		const specifier = match[2] ?? match[4] ?? match[6] ?? match[8];
		return specifier === undefined ? [] : [{ specifier, line: lineAt(match.index) }];
	});
}

/** The calls of members, in the order of the text: `fs.readFile(` is `fs` and `readFile`. */
export function memberCalls(source: string): MemberCall[] {
	const lineAt = lineCounter(source);
	return [...source.matchAll(callPattern)].flatMap((match) => {
		const [, object, member] = match;
		return object === undefined || member === undefined
			? []
			: [{ object, member, line: lineAt(match.index) }];
	});
}
