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

/** Modules by name; comments and other texts match first and give no name. */
const importPattern =
	/\/\/[^\n]*|\/\*[\s\S]*?\*\/|\brequire\s*\(\s*(['"])([^'"\n]+)\1\s*\)|\bimport\s*\(\s*(['"])([^'"\n]+)\3|\b(?:import|from)\s*(['"])([^'"\n]+)\5|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;
/** Calls of members, in the same manner. */
const callPattern =
	/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\b([\w$]+)\s*\.\s*([\w$]+)\s*\(/g;

/** Names before a colon, in the same manner. */
const fieldPattern =
	/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\b([\w$]+)\s*:/g;

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
		const specifier = match[2] ?? match[4] ?? match[6];
		return specifier === undefined ? [] : [{ specifier, line: lineAt(match.index) }];
	});
}

/** The fields of object literals with a plain name, in the order of the text. Labels and cases of a switch count, too. */
export function literalFields(source: string): { readonly name: string; readonly line: number }[] {
	const lineAt = lineCounter(source);
	return [...source.matchAll(fieldPattern)].flatMap((match) => {
		const name = match[1];
		return name === undefined ? [] : [{ name, line: lineAt(match.index) }];
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
