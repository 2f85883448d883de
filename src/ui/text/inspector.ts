// Words of the inspector: a call's waterfall, the line it began with, what led to an event and what followed.
import { Texts } from './texts.svelte.ts';

const english = {
	waterfall: 'Where its time went',
	phaseTimes: (from: string, to: string) => `${from} to ${to}`,
	phases: {
		out: (node: string) => `on the wire to ${node}`,
		back: (node: string) => `on the way back, to ${node}`,
		queued: (_node: string) => 'in a queue of the broker',
		waiting: (node: string) => `waits: ${node} is busy with something else`,
		busy: (node: string) => `${node} computes`,
		pending: (node: string) => `${node} has it and waits for something itself`,
		unanswered: (node: string) => `nothing comes of it at ${node}`
	},
	origin: 'The code it began with',
	originHint: 'Found by the names in the code; show the line in the editor',
	consequences: 'What followed from it',
	noConsequences: 'Nothing followed from it.',
	moreConsequences: (shown: number) => `The first ${String(shown)} are shown.`,
	connections: 'Connections',
	connection: 'Connection',
	client: 'Client',
	state: 'State',
	user: 'User',
	channels: 'Channels',
	blocked: 'Memory alarm',
	closedBecause: 'Closed because'
};

export type InspectorWords = typeof english;
export const inspectorWords = new Texts(english, () => import('./zh/inspector.ts'));
