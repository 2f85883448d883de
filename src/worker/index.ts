// The door of the worker folder, for the page: the client and the messages. The worker itself is loaded by address.
import simulationWorkerUrl from './simulation-worker.ts?worker&url';
import { SimulationClient } from './simulation-client.ts';
import { startModuleWorker } from './worker-bootstrap.ts';

export type { FromWorker, RunMessage, ToWorker } from './protocol.ts';
export { SimulationClient, type WorkerLike } from './simulation-client.ts';

/** A client whose workers run the simulation under the page's policy. */
export function createSimulationClient(): SimulationClient {
	const address = new URL(simulationWorkerUrl, document.baseURI).href;
	// Where the page is one file, the worker's address is a blob already, of a plain script.
	const start =
		import.meta.env.MODE === 'single'
			? () => new Worker(address, { name: 'simulation' })
			: () => startModuleWorker(address);
	return new SimulationClient(start);
}
