// CommonJS and ES modules over the files of a scenario.
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

type Files = Record<string, string>;

describe('CommonJS', () => {
	test('files, folders with an index, JSON, and the cache', async () => {
		const result = await runProgram({
			'main.js': `
				const a = require('./lib/a'); const b = require('./lib/a.js');
				console.log(a === b, a.name, require('./data').list[1], require('./pack').from, require('./lib/../pack/index.js').from);
				console.log(Object.keys(require.cache).join());
				console.log(module.children.length, module.id, require.main === module, module.filename, __dirname, __filename);`,
			'lib/a.js': `exports.name = require('./b').name + '!'; console.log('a runs', __dirname, this === exports);`,
			'lib/b.js': `module.exports = { name: 'b' };`,
			'data.json': `{ "list": [1, 2] }`,
			'pack/index.js': `exports.from = 'index';`
		});
		expect(result.stderr).toBe('');
		expect(result.stdout.trimEnd().split('\n')).toEqual([
			'a runs /app/lib true',
			'true b! 2 index index',
			'/app/main.js,/app/lib/a.js,/app/lib/b.js,/app/data.json,/app/pack/index.js',
			'3 . true /app/main.js /app /app/main.js'
		]);
	});

	test('a cycle sees what is exported so far', async () => {
		const result = await runProgram({
			'main.js': `require('./a');`,
			'a.js': `exports.early = 1; const b = require('./b'); exports.late = 2; console.log('a sees', b.saw);`,
			'b.js': `exports.saw = JSON.stringify(require('./a'));`
		});
		expect(result.stdout).toBe('a sees {"early":1}\n');
	});

	test('sloppy mode stays sloppy and each file has its own scope', async () => {
		const result = await runProgram({
			'main.js': `undeclared = 1; console.log(undeclared, typeof arguments, arguments.length, (function () { return this === globalThis; })(), 010); require('./b');`,
			'b.js': `'use strict'; console.log(typeof undeclared, (function () { return this; })());`
		});
		expect(result.stdout).toBe('1 object 5 true 8\nnumber undefined\n');
	});

	test('a missing file and an unknown package say what Node.js says', async () => {
		const result = await runProgram({
			'main.js': `
				for (const name of ['./lib/a', 'nope', './missing', 'node:nope', '']) {
					try { require(name); } catch (e) { console.log(e.code, JSON.stringify(e.message), e.requireStack); }
				}`,
			'lib/a.js': `require('../gone.js');`
		});
		expect(result.stdout.trimEnd())
			.toBe(`MODULE_NOT_FOUND "Cannot find module '../gone.js'\\nRequire stack:\\n- /app/lib/a.js\\n- /app/main.js" [ '/app/lib/a.js', '/app/main.js' ]
MODULE_NOT_FOUND "Cannot find module 'nope'\\nRequire stack:\\n- /app/main.js" [ '/app/main.js' ]
MODULE_NOT_FOUND "Cannot find module './missing'\\nRequire stack:\\n- /app/main.js" [ '/app/main.js' ]
ERR_UNKNOWN_BUILTIN_MODULE "No such built-in module: node:nope" undefined
ERR_INVALID_ARG_VALUE "The argument 'id' must be a non-empty string. Received ''" undefined`);
	});

	test('a module of Node.js that is not here is named as such', async () => {
		const result = await runProgram(
			`try { require('http'); } catch (e) { console.log(e.message.split('\\n')[0]); }`
		);
		expect(result.stdout).toContain("Node.js' module 'http' is not part of this simulator");
	});

	test('a file that throws while loading is loaded anew the next time', async () => {
		const result = await runProgram({
			'main.js': `for (let i = 0; i < 2; i++) { try { require('./bad'); } catch (e) { console.log(e.message); } }`,
			'bad.js': `console.log('runs'); throw new Error('bad');`
		});
		expect(result.stdout).toBe('runs\nbad\nruns\nbad\n');
	});

	test('JSON that does not parse names its file', async () => {
		const result = await runProgram({
			'main.js': `try { require('./d.json'); } catch (e) { console.log(e.name, e.message.split(':')[0]); }`,
			'd.json': '{ bad'
		});
		expect(result.stdout).toBe('SyntaxError /app/d.json\n');
	});
});

describe('ES modules', () => {
	const cases: [string, Files, string, string][] = [
		[
			'relative imports, named, default, namespace and dynamic',
			{
				'main.mjs': `import twice, { one } from './lib/a.mjs'; import * as all from './lib/a.mjs';
					const dynamic = await import('./lib/a.mjs');
					console.log(one, twice(4), Object.keys(all).join(), dynamic === all, import.meta.url, import.meta.filename);`,
				'lib/a.mjs': `export const one = 1; export default (n) => n * 2;`
			},
			'main.mjs',
			'1 8 default,one true file:///app/main.mjs /app/main.mjs\n'
		],
		[
			'builtins, by name and by default, both spellings',
			{
				'main.mjs': `import EventEmitter, { once } from 'node:events'; import { EventEmitter as Same } from 'events'; import util from 'util'; import process from 'process';
					console.log(EventEmitter === Same, typeof once, typeof util.inspect, process.argv.length);`
			},
			'main.mjs',
			'true function function 2\n'
		],
		[
			'CommonJS files give a default and their names',
			{
				'main.mjs': `import fib, { helper, late } from './fib.cjs'; import { a, b } from './object.cjs'; console.log(fib.helper === helper, late, a, b); import data from './d.json' with { type: 'json' }; console.log(data.x);`,
				'fib.cjs': `exports.helper = () => 1; module.exports.late = 5;`,
				'object.cjs': `const b = 3; module.exports = { a: 2, b };`,
				'd.json': `{ "x": 9 }`
			},
			'main.mjs',
			'true 5 2 3\n9\n'
		],
		[
			'a package.json of type module',
			{
				'main.js': `import { x } from './x.js'; console.log(x, typeof require);`,
				'x.js': `export const x = 3;`,
				'package.json': `{ "type": "module" }`
			},
			'main.js',
			'3 undefined\n'
		],
		[
			'a .js file with import syntax',
			{ 'main.js': `import { readFileSync } from 'fs';\nconsole.log(typeof readFileSync);` },
			'main.js',
			'function\n'
		],
		[
			'a .js file with export syntax',
			{ 'main.js': `export const x = 1;\nconsole.log(typeof module);` },
			'main.js',
			'undefined\n'
		],
		[
			'a .js file with top-level await',
			{ 'main.js': `const x = await Promise.resolve(4);\nconsole.log(x, typeof require);` },
			'main.js',
			'4 undefined\n'
		],
		[
			'await inside functions stays CommonJS',
			{ 'main.js': `(async () => { await null; console.log(typeof require); })();` },
			'main.js',
			'function\n'
		],
		[
			'import() in CommonJS',
			{
				'main.js': `import('./a.mjs').then((m) => console.log(m.x)); console.log('first');`,
				'a.mjs': `export const x = 7;`
			},
			'main.js',
			'first\n7\n'
		],
		[
			'createRequire',
			{
				'main.mjs': `import { createRequire } from 'module'; const require = createRequire(import.meta.url); console.log(require('./d.json').x);`,
				'd.json': '{"x":1}'
			},
			'main.mjs',
			'1\n'
		]
	];
	for (const [name, files, file, expected] of cases) {
		test(name, async () => {
			const result = await runProgram(files, { file });
			expect(result.stderr).toBe('');
			expect(result.stdout).toBe(expected);
		});
	}

	test('errors of imports carry their code', async () => {
		const result = await runProgram(
			{
				'main.mjs': `for (const n of ['./nope.mjs', 'nope']) await import(n).catch((e) => console.log(e.code, e.message)); import('./bad.mjs').catch((e) => console.log(e.name));`,
				'bad.mjs': 'let x = ;'
			},
			{ file: 'main.mjs' }
		);
		expect(result.stdout.trimEnd().split('\n')).toEqual([
			"ERR_MODULE_NOT_FOUND Cannot find module '/app/nope.mjs' imported from /app/main.mjs",
			"ERR_MODULE_NOT_FOUND Cannot find package 'nope' imported from /app/main.mjs",
			'SyntaxError'
		]);
	});

	test('require of an ES module is refused as in Node.js 20', async () => {
		const result = await runProgram({
			'main.js': `try { require('./a.mjs'); } catch (e) { console.log(e.code); }`,
			'a.mjs': 'export const x = 1;'
		});
		expect(result.stdout).toBe('ERR_REQUIRE_ESM\n');
	});

	test('a top-level await that never settles ends with code 13', async () => {
		const result = await runProgram(
			{ 'main.mjs': `await new Promise(() => {});` },
			{ file: 'main.mjs' }
		);
		expect(result.code).toBe(13);
		expect(result.stderr).toContain('unsettled top-level await');
	});
});
