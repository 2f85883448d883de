// `--start "file.js arg 'two words'@500"`: a program to start, its arguments, and when (milliseconds after time 0).
import { freeName, type ProcessSpec } from '#scenario';
import { UsageError } from './usage-error.ts';

/** Words as a shell would cut them: blanks separate, single and double quotes hold together. */
function splitWords(text: string): string[] {
	const words = text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
	return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

/** File name without folders and extension. */
const baseName = (file: string): string =>
	(file.split('/').at(-1) ?? file).replace(/\.[cm]?js$/, '');

/**
 * Read the `--start` options in order.
 *
 * @param files the scenario's files; `.js` may be left out of a file's name
 * @param taken names of processes there already; a program's name is its file's base name, numbered when taken
 * @throws UsageError when an option is empty or names no file
 */
export function startOptions(
	options: readonly string[],
	files: Readonly<Record<string, string>>,
	taken: readonly string[]
): ProcessSpec[] {
	const names = new Set(taken);
	return options.map((option) => {
		const [, line = '', time] = /^(.*?)(?:@(\d+(?:\.\d+)?))?$/s.exec(option.trim()) ?? [];
		const [first, ...args] = splitWords(line);
		if (first === undefined) throw new UsageError(`--start "${option}": expected a file to run`);
		const wanted = first.replace(/^\.\//, '');
		const file = [wanted, `${wanted}.js`].find((path) => Object.hasOwn(files, path));
		if (file === undefined) {
			const programs = Object.keys(files).filter((path) => /\.[cm]?js$/.test(path));
			const known = programs.slice(0, 12).join(', ');
			throw new UsageError(`--start "${option}": no file ${wanted} here (programs: ${known})`);
		}
		const name = freeName(baseName(file), names);
		names.add(name);
		return { name, file, args, startAt: time === undefined ? 0 : Number(time) };
	});
}
