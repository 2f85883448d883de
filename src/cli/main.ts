// The command line: `npm run -s roundtrip -- <command>`. Exit status 0 ok, 1 the thing checked failed, 2 bad usage or input.
// Reads arguments and hands over; the commands themselves are in run-command.ts and conformance-command.ts.
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Sandbox } from '#sandbox';
import type { CommandContext } from './command-context.ts';
import { conformanceCommand, type ConformanceOptions } from './conformance-command.ts';
import { loadEngine } from './engine.ts';
import { gradeCommand, type GradeOptions } from './grade-command.ts';
import {
	lessonsCheckCommand,
	lessonsNewCommand,
	lessonsPackCommand,
	type LessonsCheckOptions
} from './lessons-command.ts';
import { serveMarking } from './marker.ts';
import { runCommand, type RunOptions } from './run-command.ts';
import { UsageError } from './usage-error.ts';

/** Built to .roundtrip/roundtrip.js: the wasm lies beside it, the repository is the folder above. */
const here = import.meta.dirname;
let engine: Promise<Sandbox> | undefined;

const context: CommandContext = {
	root: join(here, '..'),
	program: import.meta.filename,
	print: (text) => {
		process.stdout.write(`${text}\n`);
	},
	note: (text) => {
		process.stderr.write(`${text}\n`);
	},
	sandbox: () => (engine ??= loadEngine(join(here, 'quickjs.wasm')))
};

function seedOption(text: string): number {
	const seed = Number(text);
	if (!/^\d+$/.test(text) || seed > 0xffff_ffff) {
		throw new InvalidArgumentError('expected a whole number from 0 to 4294967295.');
	}
	return seed;
}

function countOption(text: string): number {
	const count = Number(text);
	if (!/^\d{1,6}$/.test(text) || count === 0) {
		throw new InvalidArgumentError('expected a whole number, at least 1.');
	}
	return count;
}

function untilOption(text: string): number {
	const until = Number(text);
	if (text.trim() === '' || !Number.isFinite(until) || until < 0) {
		throw new InvalidArgumentError('expected milliseconds, at least 0.');
	}
	return until;
}

const addStart = (text: string, before: readonly string[]): readonly string[] => [...before, text];

const program = new Command('roundtrip')
	.description('Run RabbitMQ and Pomelo programs in the simulator, headless.')
	.exitOverride()
	.showHelpAfterError('(--help tells more)');

let status = 0;
let wantsJson = false;

program
	.command('run')
	.description('run a scenario and print what came of it')
	.argument(
		'<what>',
		'folder with scenario.json or case.json, Pomelo application, folder of programs, or built-in id'
	)
	.option('--json', 'print JSON alone')
	.option('--seed <number>', 'seed of the run', seedOption)
	.option('--until <ms>', 'stop at this virtual time after time 0', untilOption)
	.option('--trace <file>', 'write every event as a line of JSON')
	.option(
		'--start <program>',
		'"file.js arg arg@500": start a program (again for more)',
		addStart,
		[]
	)
	.action(async (what: string, options: RunOptions) => {
		wantsJson = options.json === true;
		status = await runCommand(what, options, context);
	});

program
	.command('conformance')
	.description('compare the simulator with recordings of the real systems')
	.argument('<corpus>', 'folder of case folders')
	.option('--json', 'print JSON alone')
	.option('--only <glob>', 'cases with such names, e.g. "rpc-*"')
	.action(async (corpus: string, options: ConformanceOptions) => {
		wantsJson = options.json === true;
		status = await conformanceCommand(corpus, options, context);
	});

const lessons = program.command('lessons').description('check, begin and pack lessons');

lessons
	.command('check')
	.description('check lessons: starts fail, solutions pass, wrong answers fail as they should')
	.argument('[folder]', 'folder of tracks; the built-in lessons when left out')
	.option('--json', 'print JSON alone')
	.option('--only <glob>', 'lessons with such ids, e.g. "amqp-*"')
	.action(async (folder: string | undefined, options: LessonsCheckOptions) => {
		wantsJson = options.json === true;
		status = await lessonsCheckCommand(folder, options, context);
	});

lessons
	.command('new')
	.description('write a small lesson that passes the check, to be changed into another')
	.argument('<track/lesson>', 'e.g. 09-mine/01-first')
	.option('--folder <folder>', 'folder of tracks; the built-in lessons when left out')
	.action((path: string, options: { readonly folder?: string }) => {
		status = lessonsNewCommand(path, options, context);
	});

lessons
	.command('pack')
	.description('put a folder of lessons into one file that the page can load')
	.argument('<folder>', 'folder of tracks')
	.argument('<file>', 'file to write, e.g. course.json')
	.option('--title <title>', 'what the page calls the course; the name of the folder when left out')
	.action((folder: string, file: string, options: { readonly title?: string }) => {
		status = lessonsPackCommand(folder, file, options, context);
	});

program
	.command('grade')
	.description('mark hand-ins by running them again')
	.argument('<hand-ins...>', 'files exported from the page, or folders of them')
	.option('--json', 'print JSON alone')
	.option('--csv <file>', 'write a table, one row a task')
	.option('--lessons <folder>', 'folder of tracks; the built-in lessons when left out')
	.option('--jobs <number>', 'hand-ins at a time; one a processor when left out', countOption)
	.option('--patience <seconds>', 'the longest that one hand-in may take', countOption, 60)
	.action(async (handIns: readonly string[], options: GradeOptions) => {
		wantsJson = options.json === true;
		status = await gradeCommand(handIns, options, context);
	});

program
	.command('marker', { hidden: true })
	.option('--lessons <folder>')
	.action(async (options: { readonly lessons?: string }) => {
		status = await serveMarking(options.lessons, context);
	});

for (const reserved of ['explore', 'export', 'bench']) {
	program
		.command(`${reserved} [words...]`)
		.description('not available yet')
		.allowUnknownOption()
		.action(() => {
			throw new UsageError(`${reserved}: not available yet`);
		});
}

/** Exit status for what a command threw; undefined when it is our own bug. */
function statusOf(error: unknown): number | undefined {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	if (!(error instanceof UsageError)) return undefined;
	if (wantsJson) context.print(JSON.stringify({ error: error.message, problems: error.problems }));
	process.stderr.write(`${error.message}\n`);
	return 2;
}

try {
	await program.parseAsync();
} catch (error) {
	const known = statusOf(error);
	if (known === undefined) throw error;
	status = known;
}
process.exitCode = status;
