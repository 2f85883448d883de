// What programs ask for that is not here: found in their text by name, file and line, and true of the guest image.
import { describe, expect, test } from 'vitest';
import { guestModules, unsupportedUses, type Scenario } from '#scenario';
import { oneProgram } from '../support/scenarios.ts';
import { simulate } from '../support/simulate.ts';

const found = (source: string, more: Partial<Scenario> = {}): string[] =>
	unsupportedUses(oneProgram(source, more)).map(
		({ file, line, name }) => `${file}:${line} ${name}`
	);

describe('modules', () => {
	test('asked for in any of the usual ways, by line', () => {
		const source = [
			"const express = require('express');",
			"import net from 'net';",
			"import 'node:http2';",
			"export * from 'lodash/fp';",
			"const zlib = await import('zlib');",
			"require('events'); require('node:path'); import('amqplib/callback_api');"
		];
		expect(found(source.join('\n'))).toEqual([
			'main.js:1 express',
			'main.js:2 net',
			'main.js:3 node:http2',
			'main.js:4 lodash/fp',
			'main.js:5 zlib'
		]);
	});

	test('named in comments and strings are none', () => {
		expect(
			found("// require('express')\n/* require('a') */ const s = \"require('b')\";\n`require('c')`")
		).toEqual([]);
	});

	test('of files the program leads to, and files that are not there', () => {
		const files = {
			'main.js': "require('./lib/a');",
			'lib/a.js': "require('../gone');\nrequire('ws');",
			'unused.js': "require('express');"
		};
		expect(found('', { files })).toEqual(['lib/a.js:1 ../gone', 'lib/a.js:2 ws']);
	});

	test('and options of Pomelo that change nothing here', () => {
		const source =
			"// useCrypto: false\napp.set('connectorConfig', {\n\theartbeat: 3,\n\tuseCrypto: true });";
		const files = { 'app.js': source };
		expect(found('', { files, pomelo: { dir: '', env: 'development' } })).toEqual([
			'app.js:4 useCrypto'
		]);
		expect(found(source)).toEqual([]);
	});

	test('a Pomelo application is looked at as a whole', () => {
		const files = {
			'game/app.js': '',
			'game/app/servers/chat/handler/chatHandler.js': "require('redis');",
			'web/app.js': "require('express');"
		};
		const pomelo = { dir: 'game', env: 'development' };
		expect(found('', { files, pomelo, processes: [] })).toEqual([
			'game/app/servers/chat/handler/chatHandler.js:1 redis'
		]);
	});

	test('listed as being here are those of the guest image', async () => {
		const source = "console.log(require('module').builtinModules.join(' '));";
		const { summary } = await simulate(oneProgram(source));
		const names = summary.processes['main']?.stdout[0]?.split(' ') ?? [];
		expect(names.toSorted()).toEqual(guestModules.toSorted());
	});
});

describe('calls that are refused', () => {
	test('by name and line', () => {
		const source = "const fs = require('fs');\nfs.readFileSync('x');\nfs.writeFileSync('x', '');";
		expect(found(source)).toEqual(['main.js:3 fs.writeFileSync']);
	});

	test.each(['writeFileSync', 'mkdirSync', 'unlinkSync', 'createReadStream', 'watch', 'openSync'])(
		'fs.%s does fail here',
		async (member) => {
			expect(found(`fs.${member}('x')`)).toEqual([`main.js:1 fs.${member}`]);
			const source = `try { require('fs').${member}('x', 'y'); } catch (error) { console.log('fails'); }`;
			const { summary } = await simulate(oneProgram(source));
			expect(summary.processes['main']?.stdout).toEqual(['fails']);
		}
	);
});
