// The page's end of the worker: starts runs, hands out what the worker says, ends a run by ending its worker
// (a guest in an endless loop cannot be asked). Owns no trace.
import type { Scenario } from '#scenario';
import { loadStepsAhead } from '#simulation';
import { MessageGate } from './message-gate.ts';
import type { FromWorker, RunMessage, ToWorker } from './protocol.ts';

/** The part of a Worker this client uses. */
export interface WorkerLike {
	postMessage(message: ToWorker): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

export class SimulationClient {
	readonly #createWorker: () => WorkerLike;
	#worker: WorkerLike | null = null;
	#run = 0;
	#busy = false;

	/** @param createWorker makes a worker; see worker-bootstrap.ts */
	constructor(createWorker: () => WorkerLike) {
		this.#createWorker = createWorker;
	}

	/** Loads the worker ahead of the first run. */
	warmUp(): void {
		this.#worker ??= this.#createWorker();
	}

	/** Computes a run. One still under way is given up; its listener hears nothing more. */
	start(scenario: Scenario, listener: (message: RunMessage) => void): void {
		if (this.#busy) this.cancel();
		this.warmUp();
		const worker = this.#worker;
		if (worker === null) return;
		this.#run += 1;
		const run = this.#run;
		this.#busy = true;
		const isUnderWay = (): boolean => this.#busy && this.#run === run;
		const fail = (message: string): void => {
			this.#end();
			listener({ type: 'failed', run, message, seed: scenario.seed ?? 1, event: -1 });
		};
		const gate = new MessageGate(
			(message) => {
				if (!isUnderWay()) return;
				if (message.type === 'finished' || message.type === 'failed') this.#busy = false;
				listener(message);
			},
			(why) => {
				if (isUnderWay()) fail(String(why));
			}
		);
		loadStepsAhead(scenario);
		worker.onmessage = ({ data }) => {
			if (data.type !== 'ready' && data.run === run) gate.take(data);
		};
		worker.onerror = (event) => {
			fail(event.message || 'The simulation worker could not be loaded.');
		};
		// JSON is what a scenario is; it also takes the page's reactive wrappers off.
		worker.postMessage({
			type: 'run',
			run,
			scenario: JSON.parse(JSON.stringify(scenario)) as Scenario
		});
	}

	/** Ends the run under way with its worker, and has another one ready for the next run. Without a run, does nothing. */
	cancel(): void {
		if (!this.#busy) return;
		this.#end();
		this.warmUp();
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#busy = false;
	}
}
