// The scenarios of remote calls that go wrong: what the gate's callback gets, when, and who else hears of it.
// Source: reference pomelo.md section 8, the column of 2.2.7.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { describeEvent, Trace, traceIndex } from '#trace';
import { simulate } from './support/simulate.ts';

/** What came of the scenario: the lines after `the callback got`, and what the client was answered. */
async function outcome(id: string) {
	const scenario = builtIn.scenario(`pomelo-rpc-${id}`);
	if (scenario === undefined) throw new Error(`no scenario pomelo-rpc-${id}`);
	const { summary, events } = await simulate(scenario);
	const trace = new Trace();
	trace.append(events);
	const lines = (process: string, stream: 'stdout' | 'stderr' | 'log') =>
		summary.processes[process]?.[stream] ?? [];
	const gate = lines('gate-server-1', 'stdout').join('\n');
	return {
		got: gate.split('the callback got ').slice(1),
		answers: lines('asker', 'stdout'),
		gateLog: lines('gate-server-1', 'log').join('\n'),
		gateErrors: lines('gate-server-1', 'stderr'),
		serverLog: lines('time-server-1', 'log').join('\n'),
		serverErrors: lines('time-server-1', 'stderr'),
		serverOut: lines('time-server-1', 'stdout'),
		told: events
			.filter(({ kind }) => kind === 'process.note')
			.map((event) => describeEvent(event, traceIndex(trace))),
		statuses: summary.calls
			.filter(({ protocol }) => protocol === 'pomelo')
			.map(({ status }) => status)
	};
}

const timeOut = /^Error: rpc gate-server-1 callback timeout 2000, remote server/;

test('a call that is answered', async () => {
	const { got, answers, statuses } = await outcome('answers');
	expect(got).toHaveLength(3);
	expect(got[0]).toMatch(/^null 2025-/);
	expect(answers[0]).toBe('call 1: code 200 after 60 ms');
	expect(statuses).toEqual(['answered', 'answered', 'answered']);
});

test.each(['no-answer', 'late-answer', 'server-dies', 'refused', 'throws-later'])(
	'%s: the callback gets a time-out error when its time is over, not before',
	async (id) => {
		const { got, answers } = await outcome(id);
		expect(got).toHaveLength(1);
		expect(got[0]).toMatch(timeOut);
		expect(answers).toHaveLength(1);
		expect(Number(/after (\d+) ms/.exec(answers[0] ?? '')?.[1])).toBeGreaterThanOrEqual(2000);
	}
);

test('an answer after the time-out is dropped with a warning', async () => {
	const { serverOut, gateLog, statuses } = await outcome('late-answer');
	expect(serverOut).toContain('dawdle: answers now');
	expect(gateLog).toContain('[WARN] pomelo-rpc - timer is not exsits');
	expect(statuses).toEqual(['timed out']);
});

test('an error thrown in a timer is nobody else’s', async () => {
	const { serverErrors } = await outcome('throws-later');
	expect(serverErrors).toEqual(['uncaughtException: the clock has stopped']);
});

test('an unknown server: three lines in the log, and the callback never runs', async () => {
	const { got, answers, gateLog } = await outcome('unknown-server');
	expect(got).toEqual([]);
	expect(answers).toEqual([]);
	expect(gateLog).toContain('unknown server: time-server-9');
	expect(gateLog).toContain('fail to find remote server:time-server-9');
	expect(gateLog).toContain('error code: 2');
});

test('a server that is down: calls wait for it and leave with the first call after it is back', async () => {
	const { got, answers, gateLog } = await outcome('offline-server');
	expect(gateLog).toContain('server is not online: time-server-1');
	expect(got).toHaveLength(3);
	expect(answers.map((line) => line.split(' after ')[0])).toEqual([
		'call 1: code 200',
		'call 2: code 200',
		'call 3: code 200'
	]);
});

test.each([
	['remote-throws', 'Error: the clock has stopped', 'undefined'],
	['wrong-arguments', 'TypeError: cb is not a function', 'undefined'],
	['error-with-value', 'Error: the clock is slow', 'about noon'],
	['other-type', 'Error: no such service:timeRemote', 'undefined']
])('%s: the error comes back at once, as an object with a stack', async (id, error, value) => {
	const { got, answers } = await outcome(id);
	expect(got).toHaveLength(1);
	expect(got[0]).toMatch(/^\{\s+stack: /);
	expect(got[0]).toContain(error);
	expect(got[0]?.trimEnd().endsWith(` ${value}`)).toBe(true);
	expect(answers).toEqual(['call 1: code 500 after 60 ms']);
});

test('a callback that throws: logged, swallowed, and the client waits', async () => {
	const { gateLog, gateErrors, answers, statuses } = await outcome('callback-throws');
	expect(gateLog).toContain('the callback itself is broken');
	expect(gateErrors).toEqual([]);
	expect(answers).toEqual([]);
	expect(statuses).toEqual(['answered']);
});

test('no server left: the router fails in the caller', async () => {
	const { gateErrors, got } = await outcome('no-server-left');
	expect(gateErrors).toEqual([
		"uncaughtException: Cannot read properties of undefined (reading 'id')"
	]);
	expect(got).toEqual([]);
});

test.each([
	['unknown-server', 'gate-server-1 knows no server time-server-9: the call of timeRemote.tell'],
	['offline-server', 'time-server-1 is down: gate-server-1 keeps the call of timeRemote.tell'],
	['refused', 'gate-server-1 has no connection to time-server-1'],
	['server-dies', 'gate-server-1 waited 2000 ms for time-server-1'],
	['no-answer', 'gate-server-1 waited 2000 ms for time-server-1'],
	['late-answer', 'An answer of time-server-1 comes too late'],
	['throws-later', 'gate-server-1 waited 2000 ms for time-server-1'],
	['remote-throws', 'timeRemote.fail in time-server-1 threw before it answered'],
	['wrong-arguments', 'timeRemote.tellBoth in time-server-1 threw before it answered'],
	['callback-throws', 'The callback in gate-server-1 failed on the answer of time-server-1'],
	['other-type', 'clock-server-1 has no timeRemote.tell to call and says so'],
	['no-server-left', 'The router in gate-server-1 failed for timeRemote.tell']
])('%s: the events table says so in a sentence', async (id, beginning) => {
	const { told } = await outcome(id);
	expect(told.filter((sentence) => sentence.startsWith(beginning))).not.toEqual([]);
});
