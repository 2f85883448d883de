// Is a file CommonJS or an ES module? The extension and the nearest package.json say; a .js file without either
// is looked at, as newer Node.js versions do.
// Source: https://nodejs.org/api/packages.html#determining-module-system and #syntax-detection.

import { hostCompiles, hostReadFile } from './host.ts';
import { folderOf, hasExtension } from './module-paths.ts';
import { JSONParse, RegExpPrototypeExec } from './primordials.ts';

export type ModuleFormat = 'commonjs' | 'module' | 'json';

/** What surrounds a CommonJS file; on its first line, so that line numbers stay. */
export const wrapperStart = '(function (exports, require, module, __filename, __dirname) {';
export const wrapperEnd = '\n})';

/** A cheap look for what only an ES module may contain; what it finds is then compiled to be sure. */
const moduleWords = /\b(?:import|export|await)\b/;
const moduleStatement = /^[ \t]*(?:import[\s{*'"]|export[\s{*])/m;

/** The format of a file whose text is `source`. Does not throw: a file that compiles as neither is CommonJS. */
export function formatOf(path: string, source: string): ModuleFormat {
	if (hasExtension(path, '.json')) return 'json';
	if (hasExtension(path, '.mjs')) return 'module';
	if (hasExtension(path, '.cjs')) return 'commonjs';
	const declared = packageType(path);
	if (declared !== undefined) return declared;
	if (RegExpPrototypeExec(moduleWords, source) === null) return 'commonjs';
	if (hostCompiles(`${wrapperStart}${source}${wrapperEnd}`, path, false)) return 'commonjs';
	if (hostCompiles(source, path, true)) return 'module';
	// It compiles as neither: the error shown should be about the kind it was meant to be.
	return RegExpPrototypeExec(moduleStatement, source) === null ? 'commonjs' : 'module';
}

function packageType(path: string): 'commonjs' | 'module' | undefined {
	let folder = folderOf(path);
	for (;;) {
		const text = hostReadFile(folder === '/' ? '/package.json' : `${folder}/package.json`);
		if (text !== undefined) {
			try {
				const { type } = JSONParse(text) as { type?: unknown };
				return type === 'module' || type === 'commonjs' ? type : undefined;
			} catch {
				return undefined;
			}
		}
		if (folder === '/') return undefined;
		folder = folderOf(folder);
	}
}
