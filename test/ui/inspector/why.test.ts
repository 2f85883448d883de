// What the inspector says of a call's time, of what followed from an event, and of the code it began with, in real runs.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import { detailOf, Trace } from '#trace';
import { callWaterfall } from '../../../src/ui/inspector/call-waterfall.ts';
import { consequences } from '../../../src/ui/inspector/consequences.ts';
import { originLine } from '../../../src/ui/inspector/origin-line.ts';
import { simulate } from '../../support/simulate.ts';

async function runOf(id: string) {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const trace = new Trace();
	trace.append((await simulate(scenario)).events);
	const mainFiles = new Map(scenario.processes.map(({ name, file }) => [name, file]));
	return { scenario, trace, mainFiles };
}

test('the parts of a call follow each other from its request to its answer', async () => {
	const { trace } = await runOf('amqp-rpc-busy');
	const calls = trace.seqsOfKind('call.answered').map((seq) => trace.event(seq));
	expect(calls.length).toBeGreaterThan(4);
	const kinds = new Set<string>();
	for (const { actor, at } of calls) {
		const phases = callWaterfall(Number(actor.slice('call:'.length)), trace);
		expect(phases[0]?.kind).toBe('out');
		expect(phases.at(-1)).toMatchObject({ kind: 'back', toUs: at });
		for (const [place, { fromUs, toUs, kind }] of phases.entries()) {
			expect(toUs).toBeGreaterThan(fromUs);
			if (place > 0) expect(fromUs).toBe(phases[place - 1]?.toUs);
			kinds.add(kind);
		}
	}
	// Few servers, slow work, one request at a time: requests wait in the queue, and the servers compute.
	expect([...kinds].sort()).toEqual(expect.arrayContaining(['back', 'busy', 'out', 'queued']));
});

test('a call of a server that never answers ends with nothing coming of it', async () => {
	const { trace } = await runOf('pomelo-rpc-no-answer');
	const [seq = -1] = trace.seqsOfKind('call.timed-out');
	const call = Number(trace.event(seq).actor.slice('call:'.length));
	const phases = callWaterfall(call, trace);
	expect(phases.map(({ kind }) => kind)).toEqual(['out', 'unanswered']);
	expect(phases.at(-1)?.toUs).toBe(trace.event(seq).at);
});

test('no call has no parts', async () => {
	const { trace } = await runOf('amqp-rpc');
	expect(callWaterfall(99, trace)).toEqual([]);
});

test('what followed from a message are the nearest things that people see', async () => {
	const { trace } = await runOf('amqp-rpc');
	const [asked = -1] = trace.seqsOfKind('call.started');
	const sent = trace.event(asked).cause;
	const followed = consequences(trace, sent);
	expect(followed).toContain(asked);
	for (const seq of followed) {
		expect(seq).toBeGreaterThan(sent);
		expect(detailOf(trace.event(seq))).not.toBe('everything');
	}
	expect(consequences(trace, trace.length - 1)).toEqual([]);
});

test('a message leads back to the line of code that sent it, and so does all that came of it', async () => {
	const { scenario, trace, mainFiles } = await runOf('amqp-rpc');
	const [queued = -1] = trace
		.seqsOfKind('queue.enqueued')
		.filter((seq) => trace.event(seq).actor === 'queue:rpc_queue');
	const origin = originLine(trace, queued, scenario.files, mainFiles);
	expect(origin?.file).toBe('rpc_client.js');
	expect(scenario.files['rpc_client.js']?.split('\n')[(origin?.line ?? 0) - 1]).toContain(
		"sendToQueue('rpc_queue'"
	);
	expect(originLine(trace, 0, scenario.files, mainFiles)).toBeNull();
});
