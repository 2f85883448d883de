// Finds a Chromium for the browser tests, or gets one; never skips. In this order: $CHROMIUM_PATH, one that is installed,
// Playwright's own, the package @sparticuz/chromium (fetched when needed, kept in node_modules/.cache), the system's
// package manager where we are root, Playwright's download. Else it says what to do.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
	(name) => join('/usr/bin', name)
);
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
/** The newest that runs with Node.js 20. */
const sparticuz = '@sparticuz/chromium@147.0.0';
const cacheFolder = join(import.meta.dirname, '../../node_modules/.cache/roundtrip');

type Finder = () => string | undefined | Promise<string | undefined>;

const firstExisting = (paths: readonly string[]): string | undefined => paths.find(existsSync);

function run(command: string, args: readonly string[]): void {
	execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

/** A Chromium that comes whole from the npm registry, with the libraries it needs. Linux on x64 only. */
async function fromPackage(): Promise<string | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	mkdirSync(cacheFolder, { recursive: true });
	run('npm', [
		'install',
		'--prefix',
		cacheFolder,
		'--no-save',
		'--no-audit',
		'--no-fund',
		sparticuz
	]);
	// Makes the package unpack NSS and friends too; must be set before it is loaded.
	process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
	const entry = createRequire(join(cacheFolder, 'package.json')).resolve('@sparticuz/chromium');
	const loaded = (await import(entry)) as { default: { executablePath(): Promise<string> } };
	return loaded.default.executablePath();
}

function fromPackageManager(): string | undefined {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	run('apt-get', ['update']);
	run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
	return firstExisting(installed);
}

function fromPlaywright(): string | undefined {
	run('npx', ['playwright', 'install', 'chromium']);
	return firstExisting([chromium.executablePath()]);
}

const finders: readonly (readonly [name: string, find: Finder])[] = [
	['$CHROMIUM_PATH', () => process.env['CHROMIUM_PATH']],
	['an installed browser', () => firstExisting([...installed, macChrome])],
	["Playwright's browser", () => firstExisting([chromium.executablePath()])],
	[sparticuz, fromPackage],
	['apt-get', fromPackageManager],
	["Playwright's download", fromPlaywright]
];

/**
 * Path of a Chromium that can be started.
 *
 * @throws Error that lists what was tried, when there is none
 */
export async function findChromium(): Promise<string> {
	const tried: string[] = [];
	for (const [name, find] of finders) {
		try {
			const path = await find();
			if (path !== undefined && path !== '') return path;
			tried.push(`${name}: none`);
		} catch (error) {
			tried.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const advice = 'install Chromium or Chrome, or set CHROMIUM_PATH to its program file';
	throw new Error(`No Chromium for the browser tests: ${advice}.\n${tried.join('\n')}`);
}

/** Arguments for a quiet, reproducible headless Chromium. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
