// What a program asks for that does not exist here, found by reading its text: modules by name, and calls that are known
// to be refused. The run tells the rest: what is computed at run time fails there, with its own file and line.
import { literalFields, memberCalls } from './module-uses.ts';
import { SourceGraph, isScript } from './source-graph.ts';
import type { Scenario } from './scenario.ts';
import type { FolderFiles } from './scenario-folder.ts';

/** Something a program uses that is not here. */
export interface UnsupportedUse {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** As the program writes it: `express`, `fs.writeFileSync`. */
	readonly name: string;
	/** A sentence: what is not there, and what to do instead where there is something. */
	readonly why: string;
}

/** The modules a program may ask for by name; a test compares them with the guest image. */
export const guestModules: readonly string[] = [
	'amqplib',
	'amqplib/callback_api',
	'assert',
	'assert/strict',
	'buffer',
	'console',
	'crc',
	'crypto',
	'events',
	'fs',
	'fs/promises',
	'module',
	'os',
	'path',
	'path/posix',
	'perf_hooks',
	'pomelo',
	'pomelo-jsclient-websocket',
	'pomelo-logger',
	'process',
	'querystring',
	'string_decoder',
	'sys',
	'timers',
	'timers/promises',
	'url',
	'util',
	'util/types',
	'uuid'
];

/** Modules of Node.js that are not simulated. */
const nodeModules: readonly string[] = [
	'async_hooks',
	'child_process',
	'cluster',
	'dgram',
	'diagnostics_channel',
	'dns',
	'domain',
	'http',
	'http2',
	'https',
	'inspector',
	'net',
	'punycode',
	'readline',
	'repl',
	'stream',
	'test',
	'tls',
	'trace_events',
	'tty',
	'v8',
	'vm',
	'wasi',
	'worker_threads',
	'zlib'
];

/** Calls that are refused although their module is there: object, members, and what happens instead. */
const refusedCalls: readonly (readonly [object: string, members: RegExp, why: string])[] = [
	[
		'fs',
		/^(?:appendFile|chmod|copyFile|mkdir|mkdtemp|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile)(?:Sync)?$|^createWriteStream$/,
		'The files of a scenario can only be read: this fails with EROFS.'
	],
	[
		'fs',
		/^(?:createReadStream|open|openSync|read|readSync|watch|watchFile|opendir|opendirSync)$/,
		'Files are read as a whole here: use fs.readFileSync.'
	]
];

/** Options of Pomelo's components that change nothing here, and whose names nothing else bears; the run warns of others. */
const idlePomeloOptions: ReadonlySet<string> = new Set([
	'useAsyncCoder',
	'useCrypto',
	'useHostFilter',
	'blacklistFun',
	'rpcClient',
	'mailboxFactory',
	'rpcServer',
	'acceptorFactory'
]);

const namesHere = 'amqplib, pomelo, pomelo-jsclient-websocket, pomelo-logger, crc and uuid';

function whyNoModule(specifier: string): string | null {
	const name = specifier.replace(/^node:/, '');
	if (guestModules.includes(name)) return null;
	if (specifier.startsWith('node:') || nodeModules.includes(name.split('/')[0] ?? '')) {
		return `Node.js' module ${name} is not part of the simulator.`;
	}
	return `The package ${name} is not here; the packages that are: ${namesHere}. Copy its source beside the program.`;
}

function usesOfFile(path: string, files: FolderFiles, graph: SourceGraph): UnsupportedUse[] {
	const modules = graph.uses(path).flatMap(({ specifier, line }): UnsupportedUse[] => {
		const target = graph.target(path, specifier);
		if (typeof target === 'string') return [];
		const why = target === null ? 'There is no such file.' : whyNoModule(specifier);
		return why === null ? [] : [{ file: path, line, name: specifier, why }];
	});
	const calls = memberCalls(files[path] ?? '').flatMap(({ object, member, line }) =>
		refusedCalls.flatMap(([owner, members, why]): UnsupportedUse[] =>
			owner === object && members.test(member)
				? [{ file: path, line, name: `${object}.${member}`, why }]
				: []
		)
	);
	return [...modules, ...calls].sort((a, b) => a.line - b.line);
}

/** Options that a Pomelo application sets in this file to no effect. */
function idleOptionsOf(path: string, files: FolderFiles): UnsupportedUse[] {
	return literalFields(files[path] ?? '')
		.filter(({ name }) => idlePomeloOptions.has(name))
		.map(({ name, line }) => {
			return { file: path, line, name, why: `Pomelo's option ${name} changes nothing here.` };
		});
}

/**
 * What the programs of a scenario ask for that is not here, in the order of files and lines. Looked at are the files
 * its processes lead to and, for a Pomelo application, everything below its `app` folder.
 */
export function unsupportedUses(scenario: Scenario): UnsupportedUse[] {
	const { files, pomelo } = scenario;
	const graph = new SourceGraph(files);
	const dir = pomelo === undefined || pomelo.dir === '' ? '' : `${pomelo.dir}/`;
	const entries = [
		...(pomelo === undefined
			? []
			: [
					`${dir}app.js`,
					...Object.keys(files).filter((path) => path.startsWith(`${dir}app/`) && isScript(path))
				]),
		...scenario.processes.map((process) => process.file)
	];
	return graph
		.reachable(entries)
		.flatMap((path) => [
			...usesOfFile(path, files, graph),
			...(pomelo === undefined || !isScript(path) ? [] : idleOptionsOf(path, files))
		]);
}

/** One line for a terminal: `server.js:3 express: ...`. */
export const unsupportedLine = ({ file, line, name, why }: UnsupportedUse): string =>
	`${file}:${line} ${name}: ${why}`;
