// `roundtrip conformance`: run a corpus of recorded cases and say which behave as the real system did.
import { readdirSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CommandContext } from './command-context.ts';
import { runCase, type CaseResult } from './conformance-case.ts';
import { globPattern } from './glob-pattern.ts';
import { isFolder } from './read-folder.ts';
import { UsageError } from './usage-error.ts';

export interface ConformanceOptions {
	readonly json?: boolean;
	/** Names of cases, `*` for any letters, `{a,b}` for either. */
	readonly only?: string;
}

/** Names of the case folders in a corpus, in order; the folder itself when it is a case. */
export function caseNames(corpus: string): string[] {
	const names = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'case.json')));
	return names.sort();
}

function printCase(result: CaseResult, print: (text: string) => void): void {
	const needs = result.needs.length === 0 ? '' : ` (needs ${result.needs.join(', ')})`;
	print(`${result.passed ? 'ok  ' : 'FAIL'} ${result.name}${needs}`);
	for (const line of result.problems) print(`       ${line}`);
}

/** Run the cases one after another. Exit status 1 when one failed. */
export async function conformanceCommand(
	corpus: string,
	options: ConformanceOptions,
	context: CommandContext
): Promise<number> {
	if (!isFolder(corpus)) throw new UsageError(`${corpus}: no such folder`);
	const single = existsSync(join(corpus, 'case.json'));
	const all = single ? [basename(corpus)] : caseNames(corpus);
	if (all.length === 0) throw new UsageError(`${corpus}: holds no case folders (case.json)`);
	const wanted = options.only === undefined ? null : globPattern(options.only);
	const names = all.filter((name) => wanted === null || wanted.test(name));
	if (names.length === 0)
		throw new UsageError(`--only ${options.only ?? ''}: no case is called that`);
	const results: CaseResult[] = [];
	for (const name of names) {
		const folder = single ? corpus : join(corpus, name);
		const result = await runCase(name, folder, await context.sandbox());
		results.push(result);
		if (options.json !== true) printCase(result, context.print);
	}
	const failed = results.filter((result) => !result.passed).length;
	const passed = results.length - failed;
	if (options.json === true) {
		context.print(JSON.stringify({ passed, failed, cases: results }, null, '\t'));
	} else context.print(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}
