// The servers of a Pomelo application, read from its config folder as the master does: config/master.json and
// config/servers.json (or both under config/<env>/), each entry started with its fields as `key=value` arguments.
// Source: NetEase/pomelo lib/master/starter.js (arguments), lib/util/appUtil.js and utils.js loadCluster (servers).
import { argumentText } from './argument-text.ts';
import type { PomeloSpec } from './scenario.ts';
import {
	bad,
	describeValue,
	good,
	parseJson,
	problemLines,
	type Parsed,
	type Problem
} from './problem.ts';

/** One server to start. */
export interface ServerSpec {
	readonly id: string;
	/** `master` for the master. */
	readonly serverType: string;
	readonly host: string;
	/** Port other servers call it on; null: nobody can (the master: monitors connect here). */
	readonly port: number | null;
	/** Port clients connect to; null unless a frontend server. */
	readonly clientPort: number | null;
	readonly frontend: boolean;
	/** process.argv after the main file, e.g. `env=development id=time-server-1 host=127.0.0.1 port=3300 serverType=time`. */
	readonly args: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Read `config/<name>` or `config/<env>/<name>`; the part for `env` where the file has one. */
function readConfig(
	files: Files,
	spec: PomeloSpec,
	name: string
): Parsed<[path: string, data: Fields]> {
	const folder = spec.dir === '' ? 'config' : `${spec.dir}/config`;
	const candidates = [`${folder}/${name}`, `${folder}/${spec.env}/${name}`];
	const found = candidates.find((path) => Object.hasOwn(files, path));
	if (found === undefined) {
		return bad([
			{ path: `files`, expected: `the file ${candidates.join(' or ')}`, found: 'nothing' }
		]);
	}
	const json = parseJson(files[found] ?? '', found);
	if (!json.ok) return json;
	if (!isFields(json.value)) {
		return bad([{ path: found, expected: 'an object', found: describeValue(json.value) }]);
	}
	const part = json.value[spec.env];
	return good(isFields(part) ? [`${found} ${spec.env}`, part] : [found, json.value]);
}

const asPort = (value: unknown): number | null => {
	const port = typeof value === 'string' ? Number(value) : value;
	return typeof port === 'number' && Number.isInteger(port) ? port : null;
};

const words = (fields: Fields): string[] =>
	Object.entries(fields).map(([key, value]) => `${key}=${argumentText(value)}`);

function serverSpec(fields: Fields, env: string): ServerSpec {
	return {
		id: String(fields['id']),
		serverType: String(fields['serverType']),
		host: typeof fields['host'] === 'string' ? fields['host'] : '127.0.0.1',
		port: asPort(fields['port']),
		clientPort: asPort(fields['clientPort']),
		frontend: String(fields['frontend']) === 'true',
		args: [`env=${env}`, ...words(fields)]
	};
}

/** `clusterCount: n` stands for n servers; fields ending in `++` count upwards. */
function expandCluster(fields: Fields, from: number): Fields[] {
	const count = Number(fields['clusterCount']);
	return Array.from({ length: count }, (_, index) => ({
		...Object.fromEntries(
			Object.entries(fields).map(([key, value]) =>
				typeof value === 'string' && value.endsWith('++')
					? [key, Number.parseInt(value, 10) + index]
					: [key, value]
			)
		),
		id: `cluster-server-${String(fields['serverType'])}-${from + index}`
	}));
}

/** The entries of one server type, in file order. */
function serversOfType(
	path: string,
	serverType: string,
	list: unknown,
	env: string
): Parsed<ServerSpec[]> {
	if (!Array.isArray(list)) {
		return bad([{ path, expected: 'a list of servers', found: describeValue(list) }]);
	}
	const problems: Problem[] = [];
	const servers: ServerSpec[] = [];
	let clusterSeq = 0;
	list.forEach((entry: unknown, index) => {
		const where = `${path}[${index}]`;
		if (!isFields(entry)) {
			problems.push({ path: where, expected: 'an object', found: describeValue(entry) });
			return;
		}
		const fields = { ...entry, serverType };
		if ('clusterCount' in entry) {
			const count = Number(entry['clusterCount']);
			if (!Number.isInteger(count) || count < 1 || count > 1000) {
				const expected = 'a whole number from 1 to 1,000';
				problems.push({
					path: `${where}.clusterCount`,
					expected,
					found: describeValue(entry['clusterCount'])
				});
				return;
			}
			servers.push(...expandCluster(fields, clusterSeq).map((one) => serverSpec(one, env)));
			clusterSeq += count;
			return;
		}
		if (!isServerId(entry['id'])) {
			problems.push({
				path: `${where}.id`,
				expected: 'a server id',
				found: describeValue(entry['id'])
			});
			return;
		}
		servers.push(serverSpec(fields, env));
	});
	return problems.length > 0 ? bad(problems) : good(servers);
}

/**
 * A whole number is one, too; 0 would reach the program as an argument that it takes for none.
 * Source: pomelo lib/util/appUtil.js (processArgs: `args.id || app.getMaster().id`).
 */
function isServerId(id: unknown): boolean {
	return typeof id === 'string' ? id !== '' : Number.isInteger(id) && id !== 0;
}

/** Where an id stands another time, e.g. `config/servers.json development.chat[1].id`; the list when no entry names it twice. */
function secondPlaceOf(id: string, path: string, types: Fields): string {
	const places = Object.entries(types).flatMap(([serverType, entries]) =>
		(Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index) =>
			isFields(entry) && String(entry['id']) === id ? [`${path}.${serverType}[${index}].id`] : []
		)
	);
	return places[1] ?? path;
}

/**
 * The cluster an application folder describes.
 *
 * @param files the scenario's files, path to text; not mutated
 * @param spec which folder and which environment
 * @returns the servers in file order, the master first; or every problem with the two files
 */
export function readPomeloServers(files: Files, spec: PomeloSpec): Parsed<readonly ServerSpec[]> {
	const problems: Problem[] = [];
	const servers: ServerSpec[] = [];
	const app = spec.dir === '' ? 'app.js' : `${spec.dir}/app.js`;
	if (!Object.hasOwn(files, app)) {
		problems.push({ path: 'files', expected: `the file ${app}`, found: 'nothing' });
	}
	const master = readConfig(files, spec, 'master.json');
	if (!master.ok) problems.push(...master.problems);
	else {
		const [path, fields] = master.value;
		if (typeof fields['id'] !== 'string' || asPort(fields['port']) === null) {
			const expected = 'an object with id, host and port';
			problems.push({ path, expected, found: describeValue(fields) });
		}
		// Started by hand, `pomelo start`, not by another master: no fields on its command line.
		const ownSpec = serverSpec({ ...fields, serverType: 'master' }, spec.env);
		servers.push({ ...ownSpec, args: [`env=${spec.env}`, 'type=all'] });
	}
	const list = readConfig(files, spec, 'servers.json');
	if (!list.ok) problems.push(...list.problems);
	else {
		const [path, types] = list.value;
		for (const [serverType, entries] of Object.entries(types)) {
			const some = serversOfType(`${path}.${serverType}`, serverType, entries, spec.env);
			if (some.ok) servers.push(...some.value);
			else problems.push(...some.problems);
		}
	}
	const ids = servers.map((server) => server.id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) {
		const path = list.ok ? secondPlaceOf(twice, ...list.value) : 'servers.json';
		problems.push({ path, expected: 'each server id once', found: describeValue(twice) });
	}
	return problems.length > 0 ? bad(problems) : good(servers);
}

/**
 * The cluster of a scenario that parse-scenario.ts has accepted: the servers in file order, the master first.
 *
 * @throws Error naming every problem when the files do not describe a cluster after all
 */
export function pomeloServers(files: Files, spec: PomeloSpec): readonly ServerSpec[] {
	const servers = readPomeloServers(files, spec);
	if (!servers.ok) throw new Error(problemLines(servers.problems).join('\n'));
	return servers.value;
}
