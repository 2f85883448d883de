// The words of the metrics.
import { Texts } from './texts.svelte.ts';

const english = {
	metrics: 'The run in numbers',
	latency: 'Latency of calls',
	calls: 'Calls',
	answeredCalls: 'answered',
	noLatency: 'There is no latency to show: no call has been answered.',
	latencySummary: (calls: string, quantiles: string) =>
		`Histogram of the latency of ${calls} answered calls: ${quantiles}`,
	callsOverTime: 'Calls over time',
	started: 'started',
	answered: 'answered',
	failed: 'timed out or lost',
	noCalls: 'No program makes a call and waits for its answer. What queues hold is shown below.',
	servers: 'Load of each server',
	server: 'Server',
	work: 'Has work',
	workMeans:
		'Part of its life in which it has a call without an answer, a message without an acknowledgement, or computes. The dark part of the bar: computing.',
	busy: 'Computes',
	busyFor: (span: string) => `computes for ${span}`,
	messages: 'Messages',
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
