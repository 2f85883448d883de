// The workspace's engine on the page: the simulation worker, its messages turned into calls of a listener.
import { createSimulationClient } from '#worker';
import type { RunEngine } from '../state/index.ts';

export function createRunEngine(): RunEngine {
	const client = createSimulationClient();
	return {
		start(scenario, listener) {
			client.start(scenario, (message) => {
				switch (message.type) {
					case 'events':
						listener.events(message.events);
						return;
					case 'progress':
						listener.progress(message);
						return;
					case 'finished':
						listener.finished(message.summary);
						return;
					case 'failed':
						listener.failed(message);
						return;
				}
			});
		},
		cancel() {
			client.cancel();
		}
	};
}
