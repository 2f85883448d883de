// A Pomelo cluster comes up before time 0, whatever one of its servers does.
import { expect, it } from 'vitest';
import type { Run } from '#simulation';
import { scenarioOf, simulate } from '../support/simulate.ts';

const master = { development: { id: 'master', host: '127.0.0.1', port: 3005 } };
const servers = {
	development: {
		chat: [{ id: 'chat', host: '127.0.0.1', port: 4000 }],
		time: [{ id: 'time', host: '127.0.0.1', port: 4001 }]
	}
};

/** A cluster whose servers run `line` before they start. */
async function clusterWith(line: string, durationMs = 1000): Promise<Run> {
	const app = `
		const app = require('pomelo').createApp();
		${line}
		app.start(() => console.log('started'));`;
	const files = {
		'app.js': app,
		'config/master.json': JSON.stringify(master),
		'config/servers.json': JSON.stringify(servers)
	};
	return simulate(scenarioOf(files, [], { pomelo: { dir: '', env: 'development' }, durationMs }));
}

const kinds = (run: Run, kind: string): readonly unknown[] =>
	run.events.filter((event) => event.kind === kind).map(({ data }) => data);

it('is up at time 0, and nobody is called late afterwards', async () => {
	const run = await clusterWith('', 40_000);
	expect(kinds(run, 'run.time-zero')).toEqual([{ clusterIsUp: true }]);
	expect(kinds(run, 'run.boot-overdue')).toEqual([]);
});

it('starts the servers behind one that never finishes its start', async () => {
	const stuck = `app.configure('all', 'chat', () => app.load({ start: () => setInterval(() => {}, 1000) }));`;
	const run = await clusterWith(stuck);
	expect(run.summary.processes['chat']?.stdout).toEqual([]);
	expect(run.summary.processes['time']?.stdout).toEqual(['started']);
	expect(kinds(run, 'run.time-zero')).toEqual([{ clusterIsUp: false }]);
});
