// Problems are listed at the line they stand on, in JSON as well as in programs.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFaultAt, jsonValueAt, lineAndColumn } from '../../../src/ui/editor/json-places.ts';
import {
	mergeProblems,
	runProblems,
	scenarioProblems
} from '../../../src/ui/editor/problem-list.ts';
import { problemsOf } from '../../../src/ui/shared/scenario-check.ts';
import { editorWords } from '../../../src/ui/text/editor.ts';

const words = editorWords.now;

describe('a place in JSON', () => {
	test('every JSON text has no fault, and each of its values is found', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.nat(2), (value, spaces) => {
				const text = JSON.stringify(value, null, spaces);
				expect(jsonFaultAt(text)).toBeNull();
				if (typeof value !== 'object' || value === null) return;
				for (const [key, child] of Object.entries(value)) {
					const at = jsonValueAt(text, [Array.isArray(value) ? Number(key) : key]);
					const start = JSON.stringify(child, null, spaces)[0] ?? '';
					expect(text.slice(at)).toMatch(new RegExp(`^${start.replace(/[[{]/, '\\$&')}`));
				}
			})
		);
	});

	test('a text has a fault exactly when JSON.parse refuses it', () => {
		const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.5', ' ', 'true');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const text = pieces.join('');
				let parses = true;
				try {
					JSON.parse(text);
				} catch {
					parses = false;
				}
				expect(jsonFaultAt(text) === null).toBe(parses);
			})
		);
	});

	test.each([
		['{\n"a": 1,\n}', 3, 1],
		['{\n  "a" 1\n}', 2, 7],
		['[1\n', 2, 1],
		["{'a': 1}", 1, 2]
	])('the fault of %j is in line %d, column %d', (text, line, column) => {
		expect(lineAndColumn(text, jsonFaultAt(text) ?? 0)).toEqual({ line, column });
	});

	test('a path that leads nowhere leads to its last part that is there', () => {
		const text = '{ "a": [ { "b": 1 } ] }';
		expect(text.slice(jsonValueAt(text, ['a', 0, 'x', 'y']))).toMatch(/^\{ "b"/);
	});
});

describe('what keeps a cluster from being run', () => {
	const files = (servers: string) => ({
		'app.js': '',
		'config/master.json': '{"development": {"id": "master-1", "host": "127.0.0.1", "port": 3005}}',
		'config/servers.json': servers
	});
	const listed = (servers: string) =>
		scenarioProblems(
			problemsOf({
				version: 1,
				files: files(servers),
				processes: [],
				pomelo: { dir: '', env: 'development' }
			}),
			files(servers),
			words
		);

	test('stands on the line of the entry it speaks of', () => {
		const servers = '{"development": {\n"chat": [\n{"id": "chat-1"},\n{"id": true}\n]}}';
		expect(listed(servers)).toEqual([
			{
				file: 'config/servers.json',
				line: 4,
				column: 8,
				message: 'development.chat[1].id: expected a server id, found true',
				from: 'scenario'
			}
		]);
	});

	test('stands where the text stops being JSON', () => {
		const message = 'This is not JSON: “]” cannot stand here.';
		expect(listed('{"development": {\n"chat": [\n{"id": "chat-1"},\n]}}')).toMatchObject([
			{ file: 'config/servers.json', line: 4, column: 1, message }
		]);
	});

	test('names the entry that takes an id again', () => {
		const servers = '{"development": {\n"chat": [\n{"id": "c"},\n{"id": "c"}\n]}}';
		expect(listed(servers)).toMatchObject([{ file: 'config/servers.json', line: 4 }]);
	});
});

test('a problem of the processes has no line', () => {
	const path = 'processes[0].file';
	expect(
		scenarioProblems([{ path, expected: 'the path of one of the files', found: '"x"' }], {}, words)
	).toMatchObject([
		{ file: null, message: `${path}: expected the path of one of the files, found "x"` }
	]);
});

test('two processes that fail alike in one line are two problems; one that says it twice is one', () => {
	const failure = { file: 'a.js', line: 3, column: 1, message: 'Error: no\n    at a.js:3', seq: 1 };
	const [one, other] = runProblems(
		[
			{ ...failure, process: 'a' },
			{ ...failure, process: 'b' }
		],
		words
	);
	expect(one?.message).toBe('a: Error: no');
	expect(mergeProblems([one!, other!], [one!])).toEqual([one, other]);
});
