import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { Trace } from '#trace';
import { consoleLines } from '../../../src/ui/console/console-lines.ts';
import { diagnosticsIn } from '../../../src/ui/state/diagnostics.ts';
import { stageWords } from '../../../src/ui/text/stage.ts';
import { StageTopology } from '../../../src/ui/stage/stage-topology.ts';
import { simulate } from '../../support/simulate.ts';

const remote = 'game-server/app/servers/time/remote/timeRemote.js';

async function traceWith(file: string, addition: string) {
	const scenario = builtIn.scenario('pomelo-rpc-answers');
	if (scenario === undefined) throw new Error('no such scenario');
	const text = scenario.files[file] ?? '';
	const files = { ...scenario.files, [file]: text + addition };
	const trace = new Trace();
	trace.append((await simulate({ ...scenario, files })).events);
	return trace;
}

test("an error in a Pomelo server's file has its line, though the application catches it", async () => {
	const trace = await traceWith(remote, '\nfunction (');
	const [first] = diagnosticsIn(trace, trace.length);
	expect(first).toMatchObject({ file: remote, process: 'time-server-1', column: 10 });
	expect(first?.message).toBe('SyntaxError: Function statements require a function name');
	expect(diagnosticsIn(trace, first?.seq ?? 0)).toEqual([]);
	const topology = new StageTopology(trace, stageWords.now);
	topology.catchUp();
	expect(topology.lives.caughtAt('process:time-server-1', first?.seq ?? 0)).toBe(0);
	expect(topology.lives.caughtAt('process:time-server-1', trace.length)).toBe(1);
	const ends = consoleLines(trace).filter(({ stream }) => stream === 'ended');
	expect(ends.map(({ process, text }) => `${process}: ${text}`)).toContain(
		'time-server-1: ended after an unhandled error, exit code 0'
	);
});

test('an error nobody catches has its line too', async () => {
	const trace = await traceWith('game-server/app.js', '\nfunction (');
	expect(diagnosticsIn(trace, trace.length)[0]).toMatchObject({
		file: 'game-server/app.js',
		process: 'master-server-1'
	});
});
