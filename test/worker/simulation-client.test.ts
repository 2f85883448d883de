import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/index.ts';
import type { TraceEvent } from '../../src/trace/index.ts';
import type { FromWorker, RunMessage, ToWorker } from '../../src/worker/protocol.ts';
import { SimulationClient, type WorkerLike } from '../../src/worker/simulation-client.ts';

class FakeWorker implements WorkerLike {
	readonly got: ToWorker[] = [];
	terminated = false;
	onmessage: WorkerLike['onmessage'] = null;
	onerror: WorkerLike['onerror'] = null;

	postMessage(message: ToWorker): void {
		this.got.push(message);
	}

	terminate(): void {
		this.terminated = true;
	}

	say(data: FromWorker): void {
		this.onmessage?.({ data } as MessageEvent<FromWorker>);
	}
}

const scenario: Scenario = { version: 1, files: {}, processes: [] };

function client() {
	const workers: FakeWorker[] = [];
	const made = new SimulationClient(() => {
		const worker = new FakeWorker();
		workers.push(worker);
		return worker;
	});
	return { made, workers };
}

const connection: TraceEvent = {
	seq: 0,
	at: 0,
	cause: -1,
	actor: 'connection:1',
	kind: 'connection.accepted',
	data: { socket: 1, linkIn: 'link:1>', linkOut: 'link:1<', peer: 'client' }
};
const progress = { type: 'progress', virtualMs: 1, events: 1, busyWith: null } as const;

describe('the simulation client', () => {
	test('ends the worker of a run that is given up', () => {
		const { made, workers } = client();
		const heard: string[] = [];
		made.start(scenario, (message) => heard.push(`first ${message.type}`));
		made.start(scenario, (message) => heard.push(`second ${message.type}`));
		expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
		workers[1]?.say({ ...progress, run: 2 });
		expect(heard).toEqual(['second progress']);
	});

	test('keeps a worker whose run has finished for the next one', () => {
		const { made, workers } = client();
		made.start(scenario, () => undefined);
		workers[0]?.say({ type: 'failed', run: 1, message: '', seed: 1, event: 0 });
		made.start(scenario, () => undefined);
		expect(workers).toHaveLength(1);
		expect(workers[0]?.got.map((message) => message.run)).toEqual([1, 2]);
	});

	test('is deaf to what an earlier run still says', () => {
		const { made, workers } = client();
		const heard: number[] = [];
		made.start(scenario, () => undefined);
		workers[0]?.say({ type: 'failed', run: 1, message: '', seed: 1, event: 0 });
		made.start(scenario, (message) => heard.push(message.run));
		workers[0]?.say({ ...progress, run: 1 });
		workers[0]?.say({ ...progress, run: 2 });
		expect(heard).toEqual([2]);
	});

	test('hears of a connection to the broker once the steps for it are there, and of the rest after that', async () => {
		const { made, workers } = client();
		const heard: string[] = [];
		const listener = (message: RunMessage): void => void heard.push(message.type);
		made.start(scenario, listener);
		workers[0]?.say({ type: 'events', run: 1, events: [connection] });
		made.cancel();
		made.start(scenario, listener);
		workers[1]?.say({ type: 'events', run: 2, events: [connection] });
		workers[1]?.say({ ...progress, run: 2 });
		expect(heard).toEqual([]);
		await expect.poll(() => heard).toEqual(['events', 'progress']);
	});

	test('reports a worker that cannot be loaded as a failed run', () => {
		const { made, workers } = client();
		const heard: string[] = [];
		made.start({ ...scenario, seed: 7 }, (message) => {
			if (message.type === 'failed') heard.push(`${message.message} ${String(message.seed)}`);
		});
		workers[0]?.onerror?.({ message: 'no such file' } as ErrorEvent);
		expect(heard).toEqual(['no such file 7']);
		expect(workers[0]?.terminated).toBe(true);
	});
});
