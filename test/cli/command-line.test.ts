// The command line as it is installed: .roundtrip/roundtrip.js in a process of its own (built by `npm ci` or `npm test`).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function roundtrip(...args: string[]): { status: number | null; stdout: string; stderr: string } {
	const program = join(root, '.roundtrip/roundtrip.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
		cwd: root,
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

describe('exit status 0', () => {
	test.each([[['--help']], [['run', '--help']], [['conformance', '--help']]])('%j', (args) => {
		const { status, stdout } = roundtrip(...args);
		expect(status).toBe(0);
		expect(stdout).toContain('Usage: roundtrip');
	});

	test('a run is printed as JSON alone', () => {
		const { status, stdout, stderr } = roundtrip('run', 'amqp-rpc', '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(JSON.parse(stdout)).toMatchObject({ seed: 1, digest: expect.any(String) as string });
	});
});

describe('exit status 2', () => {
	test.each([
		[[]],
		[['fly']],
		[['run']],
		[['run', 'nowhere']],
		[['run', 'amqp-rpc', '--seed', '-1']],
		[['run', 'amqp-rpc', '--until', 'soon']],
		[['run', 'amqp-rpc', '--fast']],
		[['run', 'amqp-rpc', '--start', 'nope.js']],
		[['conformance', 'nowhere']],
		[['conformance', 'lessons']],
		[['lessons']],
		[['lessons', 'check', 'nowhere']],
		[['lessons', 'new', 'Nowhere']],
		[['grade', 'nowhere']],
		[['explore', 'x', '--deep']],
		[['export', 'x']],
		[['bench']]
	])('%j', (args) => {
		const { status, stderr } = roundtrip(...args);
		expect(status).toBe(2);
		expect(stderr).not.toBe('');
	});

	test('bad input with --json is JSON too', () => {
		const { status, stdout } = roundtrip('run', 'nowhere', '--json');
		expect(status).toBe(2);
		expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
	});
});
