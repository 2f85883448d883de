// Runs everything a change must pass, stage after stage, going on after a failure, and counts what really ran: one for
// each stage without tests of its own, and every test of Vitest and Playwright. `npm test` and .ci/run are this.
// Names of stages as arguments run only those: `npm test -- lint unit`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'roundtrip-check-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, command: string, env?: Record<string, string>, count?: () => Count }} Stage */

/** @type {Stage[]} */
const stages = [
	{ name: 'format', command: 'prettier --check --log-level warn .' },
	{ name: 'lint', command: 'eslint .' },
	{ name: 'types', command: 'tsc' },
	{ name: 'types-pure', command: 'tsc -p tsconfig.pure.json' },
	{ name: 'types-guest', command: 'tsc -p src/guest/tsconfig.json' },
	{ name: 'svelte-check', command: 'svelte-check --fail-on-warnings --output human' },
	{ name: 'knip', command: 'knip' },
	{ name: 'build-cli', command: 'vite build --config vite.cli.config.ts' },
	{ name: 'build', command: 'vite build' },
	{ name: 'build-single', command: 'vite build --config vite.single.config.ts' },
	{
		name: 'unit',
		command: `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`,
		count: countVitest
	},
	{
		name: 'browser',
		command: 'playwright test --reporter=list,json',
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
		count: countPlaywright
	}
];

/** Tests of Vitest; a file that could not even be loaded counts as one failure. */
function countVitest() {
	const report = JSON.parse(readFileSync(unitReport, 'utf8'));
	const broken = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Tests of Playwright; one that passed only at a second try has failed. */
function countPlaywright() {
	const { stats, errors } = JSON.parse(readFileSync(browserReport, 'utf8'));
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** @returns {Promise<number>} exit status; output goes where ours goes */
function run({ command, env }) {
	const [program, ...args] = command.split(' ');
	return new Promise((done) => {
		const child = spawn(join('node_modules', '.bin', program), args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		child.on('error', (error) => {
			console.log(String(error));
			done(1);
		});
		child.on('exit', (code) => done(code ?? 1));
	});
}

/** What a stage came to. A stage that ended badly has failed, whatever its tests say. @returns {Count} */
function countOf(stage, status) {
	const plain = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	if (stage.count === undefined) return plain;
	try {
		const { passed, failed } = stage.count();
		return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
	} catch {
		// No report: the test runner itself did not get going.
		return { passed: 0, failed: 1 };
	}
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
	console.log(
		`no such stage: ${unknown.join(', ')}; there are ${stages.map((s) => s.name).join(', ')}`
	);
	process.exit(2);
}

const lines = [];
const total = { passed: 0, failed: 0 };
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
	console.log(`\n== ${stage.name}: ${stage.command}`);
	const began = Date.now();
	const { passed, failed } = countOf(stage, await run(stage));
	total.passed += passed;
	total.failed += failed;
	const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
	const line = `${failed === 0 ? 'ok  ' : 'FAIL'} ${stage.name.padEnd(13)}${seconds} s  ${passed} passed, ${failed} failed`;
	console.log(line);
	lines.push(line);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
