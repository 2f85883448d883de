// The words of the metrics.
import { Texts } from './texts.svelte.ts';

const english = {
	metrics: 'The run in numbers',
	latency: 'Latency of calls',
	calls: 'Calls',
	answeredCalls: 'answered',
	noLatency: 'No call has been answered in this run.',
	latencySummary: (calls: string, quantiles: string) =>
		`Histogram of the latency of ${calls} answered calls: ${quantiles}`,
	callsOverTime: 'Calls over time',
	started: 'started',
	answered: 'answered',
	failed: 'timed out or lost',
	noCalls: 'No call is made in this run.',
	servers: 'Load of each server',
	server: 'Server',
	busy: 'Busy',
	busyFor: (span: string) => `busy for ${span}`,
	noServers: 'This run has no servers.',
	queues: 'Messages waiting in queues',
	noQueues: 'No message ever waited in a queue.',
	longest: (queue: string, messages: number) => `${queue} at most ${String(messages)}`,
	moreQueues: (count: number) => `${String(count)} more queues held fewer messages.`,
	time: 'Time',
	asTables: 'Show as tables',
	upTo: (time: string) => `The whole run, up to ${time}; the line is the cursor, a click moves it.`
};

export type MetricsWords = typeof english;
export const metricsWords = new Texts(english, () => import('./zh/metrics.ts'));
