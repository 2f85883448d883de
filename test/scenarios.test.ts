// What the built-in AMQP scenarios show, run as they are: who got which message, who answered whom.
import { expect, test } from 'vitest';
import { builtIn } from '#lesson';
import type { Scenario } from '#scenario';
import type { Run } from '#simulation';
import { simulate } from './support/simulate.ts';

async function runOf(id: string, change: Partial<Scenario> = {}): Promise<Run> {
	const scenario = builtIn.scenario(id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	return simulate({ ...scenario, ...change });
}

/** Contents that a process printed behind a prefix, e.g. ` [x] `. */
function printed({ summary }: Run, process: string, prefix: string): readonly string[] {
	const lines = summary.processes[process]?.stdout ?? [];
	return lines.flatMap((line) => (line.startsWith(prefix) ? [line.slice(prefix.length)] : []));
}

function eventsOf<K extends Run['events'][number]['kind']>(run: Run, kind: K) {
	return run.events.filter(
		(event): event is Extract<Run['events'][number], { kind: K }> => event.kind === kind
	);
}

test('hello world: a message sent before anybody listens waits for the receiver', async () => {
	const run = await runOf('amqp-hello-world');
	expect(printed(run, 'receiver', ' [x] Received ')).toEqual([
		'Hello World!',
		'Good morning!',
		'Anybody there?'
	]);
	const [first] = eventsOf(run, 'queue.delivered');
	const [queued] = eventsOf(run, 'queue.enqueued');
	expect((first?.at ?? 0) - (queued?.at ?? 0)).toBeGreaterThan(100_000);
});

test('work queues: every task is done once, and no worker has two at a time', async () => {
	const run = await runOf('amqp-work-queues');
	const workers = ['worker-1', 'worker-2', 'worker-3'];
	const sent = ['shop', 'office'].flatMap((producer) => printed(run, producer, ' [x] Sent '));
	expect(sent).toHaveLength(8);
	expect(workers.flatMap((worker) => printed(run, worker, ' [x] Done with ')).toSorted()).toEqual(
		sent.toSorted()
	);
	for (const worker of workers) {
		const lines = printed(run, worker, ' [x] ');
		expect(lines.length).toBeGreaterThanOrEqual(4);
		expect(
			lines.map((line) => line.startsWith('Received')),
			worker
		).toEqual(lines.map((_, index) => index % 2 === 0));
	}
});

test('work queues: a task comes back when its worker is killed', async () => {
	const interventions = [{ at: 350, do: 'kill' as const, process: 'worker-1' }];
	const run = await runOf('amqp-work-queues', { interventions });
	const taken = ['worker-1', 'worker-2', 'worker-3'].map((worker) =>
		printed(run, worker, " [x] Received 'resize photo")
	);
	expect(taken.map((times) => times.length > 0)).toContain(true);
	expect(taken.flat()).toHaveLength(2);
	expect(
		['worker-2', 'worker-3'].flatMap((worker) => printed(run, worker, " [x] Done with 'resize"))
	).toHaveLength(1);
});

test('publish/subscribe: everybody bound at the time gets a copy', async () => {
	const run = await runOf('amqp-publish-subscribe');
	expect(printed(run, 'screen', ' [x] ')).toEqual(['A visitor came', 'A letter went out']);
	expect(printed(run, 'disk', ' [x] ')).toEqual(['A visitor came', 'A letter went out']);
	expect(printed(run, 'archive', ' [x] ')).toEqual(['A letter went out']);
	expect(eventsOf(run, 'exchange.unroutable')).toHaveLength(1);
});

test('routing: a message goes where its severity is asked for', async () => {
	const run = await runOf('amqp-routing');
	expect(printed(run, 'pager', ' [x] ')).toEqual(["error: 'The disk is full'"]);
	expect(printed(run, 'screen', ' [x] ').map((line) => line.split(':')[0])).toEqual([
		'info',
		'error',
		'warning'
	]);
	expect(eventsOf(run, 'exchange.unroutable')).toHaveLength(1);
});

test('topics: a message goes where its key fits a pattern, once per queue', async () => {
	const run = await runOf('amqp-topics');
	expect(printed(run, 'fire-brigade', ' [x] ')).toEqual(["north.2.smoke: 'thick'"]);
	expect(printed(run, 'caretaker', ' [x] ')).toEqual([
		"north.2.smoke: 'thick'",
		"north.door: 'open'"
	]);
	expect(printed(run, 'heating', ' [x] ')).toEqual(["south.1.temperature: '19'"]);
	expect(eventsOf(run, 'exchange.unroutable')).toHaveLength(1);
});

const fibonacci: Readonly<Record<string, string>> = {
	12: '144',
	14: '377',
	16: '987',
	17: '1597',
	20: '6765'
};

for (const id of [
	'amqp-rpc-queue-per-request',
	'amqp-rpc-queue-per-client',
	'amqp-rpc-direct-reply-to'
]) {
	test(`${id}: each client gets the answers to its own questions, the shorter ones first`, async () => {
		const run = await runOf(id);
		const clients = Object.keys(run.summary.processes).filter((name) => name.startsWith('client'));
		for (const client of clients) {
			const asked = printed(run, client, ' [x] Requesting fib(').map((rest) => rest.slice(0, -1));
			const answers = printed(run, client, ' [.] fib(');
			expect(answers.toSorted()).toEqual(
				asked.map((n) => `${n}) is ${String(fibonacci[n])}`).toSorted()
			);
		}
		expect(printed(run, clients[0] ?? '', ' [.] fib(').at(-1)).toBe('20) is 6765');
		expect(run.summary.calls.map(({ status }) => status)).toEqual(
			run.summary.calls.map(() => 'answered')
		);
	});
}

test('the three kinds of callback differ in the queues they need', async () => {
	const queues = async (id: string) =>
		eventsOf(await runOf(id), 'queue.declared').filter(({ data }) => data.definition.exclusiveTo)
			.length;
	expect(await queues('amqp-rpc-queue-per-request')).toBe(3);
	expect(await queues('amqp-rpc-queue-per-client')).toBe(2);
	expect(await queues('amqp-rpc-direct-reply-to')).toBe(0);
});

test('dead letters: a rejected order comes back after its wait, three times at most', async () => {
	const run = await runOf('amqp-dead-letters');
	const lines = ['worker-1', 'worker-2'].flatMap((worker) => printed(run, worker, ' ['));
	expect(lines.filter((line) => line.includes('is paid')).toSorted()).toEqual([
		'x] book is paid (attempt 1)',
		'x] lamp is paid (attempt 2)',
		'x] pen is paid (attempt 1)'
	]);
	expect(lines.filter((line) => line.includes('piano')).toSorted()).toEqual([
		' ] piano failed (attempt 1)',
		' ] piano failed (attempt 2)',
		'!] piano failed for good'
	]);
	expect(printed(run, 'clerk', ' [x] ')).toEqual(['Call the customer: piano:9']);
	const waits = eventsOf(run, 'queue.expired');
	expect(waits.map(({ actor }) => actor)).toEqual(waits.map(() => 'queue:orders.wait'));
	expect(waits).toHaveLength(3);
});

test('confirms: what fits is taken, what does not is refused, what has no queue comes back', async () => {
	const run = await runOf('amqp-confirms');
	expect(printed(run, 'berlin', ' [x] ')).toEqual(['Handed out chair', 'Handed out sofa']);
	expect(printed(run, 'sender', ' [!] ')).toEqual(['The broker did not take the piano']);
	expect(printed(run, 'sender', ' [<] ')).toEqual(['trident came back from atlantis: NO_ROUTE']);
	expect(printed(run, 'sender', ' [x] ')).toHaveLength(5);
});
