// What a person does to processes, wires and single messages, in whole runs of real programs.
import { describe, expect, it } from 'vitest';
import type { Intervention, Scenario } from '#scenario';
import { actorState, describeEvent, Trace, traceIndex, type TraceKind } from '#trace';
import { rpcFiles } from '../support/rpc-programs.ts';
import { scenarioOf, simulate } from '../support/simulate.ts';

const rpc = (
	interventions: readonly Intervention[],
	words = ['a', 'b', 'c'],
	rest: Partial<Scenario> = {}
) =>
	scenarioOf(
		rpcFiles,
		[
			{ name: 'server', file: 'server.js' },
			{ name: 'client', file: 'client.js', args: words, startAt: 50 }
		],
		{ interventions, durationMs: 2000, ...rest }
	);

async function computed(scenario: Scenario) {
	const { events, summary } = await simulate(scenario);
	const trace = new Trace();
	trace.append(events);
	const sentences = (kind: TraceKind) =>
		trace.seqsOfKind(kind).map((seq) => describeEvent(trace.event(seq), traceIndex(trace)));
	const replies = (summary.processes['client']?.stdout ?? []).map((line) => line.split(' ')[1]);
	const statuses = summary.calls.map(({ status }) => status);
	return { trace, summary, sentences, replies, statuses };
}

const publish = (
	fault: 'drop' | 'duplicate' | 'delay' | 'reorder',
	nth: number,
	rest: Partial<Extract<Intervention, { do: 'message' }>> = {}
): Intervention => ({
	at: 0,
	do: 'message',
	from: 'client',
	to: 'broker',
	method: 'basic.publish',
	nth,
	fault,
	...rest
});

describe('a chosen message', () => {
	it('is lost: its call stays open, and the sentence says what TCP would do', async () => {
		const { statuses, replies, sentences } = await computed(rpc([publish('drop', 2)]));
		expect(statuses).toEqual(['answered', 'waiting', 'answered']);
		expect(replies).toEqual(['a', 'c']);
		expect(sentences('link.dropped')).toEqual([
			'The request "b" for the queue rpc from client to broker is lost on purpose, where TCP would send it again.'
		]);
	});

	it('is delivered twice, late, or overtaken', async () => {
		expect((await computed(rpc([publish('duplicate', 1)]))).replies).toEqual(['a', 'a', 'b']);
		expect((await computed(rpc([publish('reorder', 1)]))).replies).toEqual(['b', 'c', 'a']);
		const late = await computed(rpc([publish('delay', 1, { extraMs: 300 })]));
		expect(late.replies).toEqual(['a', 'b', 'c']);
		expect(late.summary.calls.every(({ latencyMs }) => (latencyMs ?? 0) > 300)).toBe(true);
	});

	it('is counted by its method: other messages sent before it do not shift it', async () => {
		const edited = {
			...rpcFiles,
			'client.js': rpcFiles['client.js'].replace(
				'let open',
				"await channel.assertQueue('more'); await channel.prefetch(9); let open"
			)
		};
		const { statuses } = await computed(rpc([publish('drop', 3)], undefined, { files: edited }));
		expect(statuses).toEqual(['answered', 'answered', 'waiting']);
	});

	it('may be on a later connection between the two, also before that is opened', async () => {
		const again: Intervention = { at: 500, do: 'restart', process: 'client' };
		const { statuses } = await computed(rpc([publish('drop', 1, { connection: 2 }), again], ['a']));
		expect(statuses).toEqual(['answered', 'waiting']);
	});

	it('is told apart from one that was sent already, will never be sent, or went with its connection', async () => {
		const { sentences, statuses } = await computed(
			rpc([
				{ at: 20, do: 'pause', process: 'server' },
				{ at: 400, do: 'continue', process: 'server' },
				publish('drop', 4),
				publish('drop', 1, { at: 300 }),
				publish('drop', 1, { at: 900 })
			])
		);
		expect(statuses).toEqual(['answered', 'answered', 'answered']);
		expect(sentences('link.missed')).toEqual([
			'A fault meant for one message from client to broker no longer fits this run: it had been sent before this.',
			'A fault meant for one message from client to broker no longer fits this run: its connection closed before it was sent.'
		]);
		expect(sentences('network.missed')).toEqual([
			'The chosen message cannot be touched: its connection is gone.'
		]);
	});
});

describe('a wire', () => {
	it('is slow and lossy at once, both ways, until it is mended', async () => {
		const both = { do: 'link', from: 'client', to: 'broker', both: true } as const;
		const { summary, trace, sentences } = await computed(
			rpc(
				[
					{ at: 0, ...both, fault: 'delay', extraMs: 40 },
					{ at: 0, ...both, fault: 'drop', count: -1, chance: 0 },
					{ at: 1500, ...both, fault: 'mend' }
				],
				['a']
			)
		);
		expect(summary.calls[0]?.latencyMs).toBeGreaterThan(80);
		expect(sentences('network.faults').slice(0, 2)).toEqual([
			'The wire from client to broker will deliver messages 40.00 ms later.',
			'The wire from broker to client will deliver messages 40.00 ms later.'
		]);
		const cursor = trace.cursorAtTime(1_000_000);
		const wires = actorState(trace.worldAt(cursor), 'network', 'main')?.wireFaults ?? [];
		expect(wires.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual([
			['delay', 'drop'],
			['delay', 'drop']
		]);
		expect(actorState(trace.worldAt(trace.length), 'network', 'main')?.wireFaults).toEqual([]);
	});

	it('stays cut whatever else is done to it, until it is mended', async () => {
		const wire = { do: 'link', from: 'client', to: 'broker' } as const;
		const { statuses } = await computed(
			rpc([
				{ at: 52.7, ...wire, fault: 'cut' },
				{ at: 52.7, ...wire, fault: 'delay', extraMs: 1 }
			])
		);
		expect(statuses).not.toContain('answered');
	});
});

describe('a paused process', () => {
	const pause: Intervention = { at: 20, do: 'pause', process: 'server' };
	const proceed: Intervention = { at: 400, do: 'continue', process: 'server' };

	it('lets what arrives wait, keeps its connections, and goes on where it was', async () => {
		const { trace, replies, summary } = await computed(rpc([pause, proceed]));
		const paused = trace.worldAt(trace.cursorAtTime(300_000));
		expect(actorState(paused, 'process', 'server')).toMatchObject({ isPaused: true, busy: null });
		expect(actorState(paused, 'process', 'server')?.inbox.length).toBeGreaterThan(0);
		expect(replies).toEqual(['a', 'b', 'c']);
		expect(summary.calls.every(({ latencyMs }) => (latencyMs ?? 0) > 300)).toBe(true);
		expect(trace.seqsOfKind('link.closed')).not.toHaveLength(0);
	});

	it('takes no turn while it is paused, and the turn under way ends later by as long as it was', async () => {
		const busy = {
			'a.js':
				"for (let i = 0; i < 3e5; i++); console.log('done'); setTimeout(() => console.log('late'), 5);"
		};
		const alone = (interventions: readonly Intervention[]) =>
			computed(scenarioOf(busy, [{ name: 'a', file: 'a.js' }], { interventions }));
		const endOf = ({ trace }: Awaited<ReturnType<typeof alone>>) =>
			trace.seqsOfKind('turn.ended').map((seq) => trace.event(seq).at);
		const plain = endOf(await alone([]));
		const held = endOf(
			await alone([
				{ at: 1, do: 'pause', process: 'a' },
				{ at: 101, do: 'continue', process: 'a' }
			])
		);
		expect(plain[0]).toBeGreaterThan(1000);
		expect(held).toEqual(plain.map((at) => at + 100_000));
	});

	it('can be killed and started again, which is not paused', async () => {
		const { trace, statuses } = await computed(
			rpc([pause, { at: 300, do: 'restart', process: 'server' }])
		);
		expect(actorState(trace.worldAt(trace.length), 'process', 'server')?.isPaused).toBe(false);
		expect(statuses).toEqual(['answered', 'answered', 'answered']);
	});
});

describe('a slowed process', () => {
	it('has dearer turns from its next one on, and its own clock agrees', async () => {
		const files = {
			'a.js': `const work = () => { const t = Date.now(); for (let i = 0; i < 3e5; i++); return Date.now() - t; };
				setTimeout(() => console.log(work()), 10); setTimeout(() => console.log(work()), 500);
				setTimeout(() => console.log(work()), 1500);`
		};
		const { summary } = await computed(
			scenarioOf(files, [{ name: 'a', file: 'a.js' }], {
				interventions: [
					{ at: 300, do: 'slow', process: 'a', factor: 10 },
					{ at: 1400, do: 'slow', process: 'a' }
				]
			})
		);
		const [before = 0, slow = 0, after] = (summary.processes['a']?.stdout ?? []).map(Number);
		expect(before).toBeGreaterThan(2);
		expect(slow).toBeGreaterThan(9 * before);
		expect(after).toBe(before);
	});

	it('takes longer for each turn, however little it computes', async () => {
		const { summary } = await computed(
			rpc([{ at: 30, do: 'slow', process: 'server', extraMs: 50 }], ['a'])
		);
		expect(summary.calls[0]?.latencyMs).toBeGreaterThan(100);
	});
});
