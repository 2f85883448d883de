// The packages crc and uuid, and files that can only be read.
import { expect, test } from 'vitest';
import { runProgram } from '../../sandbox/run-program.ts';

test('crc32 gives the signed sums Pomelo applications rely on', async () => {
	const words = [
		'',
		'alice',
		'bob',
		'carol',
		'dave',
		'erin',
		'r1',
		'r2',
		'lobby',
		'room1',
		'a',
		'测试'
	];
	const { stdout } = await runProgram(`
		const crc = require('crc');
		console.log(JSON.stringify(${JSON.stringify(words)}.map((word) => crc.crc32(word))));
		for (const value of [undefined, null]) { try { crc.crc32(value); } catch (e) { console.log(e.name); } }
		console.log(crc.crc32(5), crc.crc32({}));
	`);
	expect(stdout.split('\n')).toEqual([
		'[0,663665735,-171200192,1782484163,-1733798408,1694300322,219023793,-1811458037,-857451017,-462210518,-390611389,-1527930262]',
		'TypeError',
		'TypeError',
		'0 0',
		''
	]);
});

test('uuid makes the versions it names and recognises them', async () => {
	const { stdout } = await runProgram(`
		const { v1, v3, v4, v5, v7, validate, version, parse, stringify, NIL } = require('uuid');
		console.log(v4() === v4(), validate(v4()), version(v4()), version(v1()), version(v7()), v1() === v1());
		console.log(v5('hello', v5.DNS), v3('hello', v3.URL), v5('x', v5('ns', v5.URL)).length);
		console.log(validate('nope'), validate(NIL), stringify(parse('6ba7b810-9dad-11d1-80b4-00c04fd430c8')));
	`);
	expect(stdout.split('\n')).toEqual([
		'false true 4 1 7 false',
		'9342d47a-1bab-5709-9869-c840b2eac501 cf3741de-a2dd-36f7-a791-8736e42c4c2f 36',
		'false true 6ba7b810-9dad-11d1-80b4-00c04fd430c8',
		''
	]);
});

test('fs reads the files of the scenario and refuses to write', async () => {
	const { stdout } = await runProgram({
		'main.js': `
			const fs = require('node:fs');
			console.log(fs.readFileSync('data/a.json', 'utf8'), fs.readdirSync('.'), fs.readdirSync('data', { withFileTypes: true }).map((entry) => [entry.name, entry.isFile()]));
			console.log(fs.existsSync('data'), fs.existsSync('none'), fs.statSync('data').isDirectory(), fs.statSync('none', { throwIfNoEntry: false }));
			try { fs.writeFileSync('data/b.txt', 'x'); } catch (e) { console.log(e.code, e.message); }
			try { fs.readFileSync('data'); } catch (e) { console.log(e.code, e.message); }
			fs.promises.readFile('data/a.json', 'utf8').then((text) => console.log(JSON.parse(text).a));
			fs.writeFile('x', 'y', (err) => console.log(err.code));
		`,
		'data/a.json': '{"a":1}'
	});
	expect(stdout.split('\n')).toEqual([
		"{\"a\":1} [ 'data', 'main.js' ] [ [ 'a.json', true ] ]",
		'true false true undefined',
		"EROFS EROFS: read-only file system, open 'data/b.txt'",
		'EISDIR EISDIR: illegal operation on a directory, read',
		'1',
		'EROFS',
		''
	]);
});
