// Who belongs where: the figures of a run sorted into layers by role. Clients first, front-end servers next, then the broker
// (exchanges and queues read by clients, then the other queues), then servers.
import type { StageEdge, StageNode } from './stage-topology.ts';

export type LayerName = 'client' | 'front' | 'brokerNear' | 'brokerFar' | 'server';
export const layerNames: readonly LayerName[] = [
	'client',
	'front',
	'brokerNear',
	'brokerFar',
	'server'
];

/** Figures that stand together; servers of one type under its title. */
export interface Block {
	readonly title: string | null;
	readonly nodes: readonly StageNode[];
}

export type Layers = Readonly<Record<LayerName, readonly Block[]>>;

export function isInBroker(name: LayerName): boolean {
	return name === 'brokerNear' || name === 'brokerFar';
}

/** Sorts the figures of a run into layers. */
export function layersOf(nodes: readonly StageNode[], edges: readonly StageEdge[]): Layers {
	const clients = new Set(nodes.filter((node) => node.role === 'client').map((node) => node.id));
	const processes = nodes.filter((node) => node.kind === 'process');
	const queues = nodes.filter((node) => node.kind === 'queue');
	const isReadByClients = (queue: StageNode): boolean => {
		const readers = edges.filter((line) => line.kind === 'consume' && line.from === queue.id);
		return readers.length > 0 && readers.every((line) => clients.has(line.to));
	};
	const exchanges = nodes.filter((node) => node.kind === 'exchange');
	const replyQueues = queues.filter(isReadByClients);
	const left = [...exchanges, ...replyQueues];
	const rightQueues = queues.filter((queue) => !isReadByClients(queue));
	return {
		client: single(processes.filter((node) => node.role === 'client')),
		front: byType(processes.filter((node) => node.role === 'front')),
		brokerNear: single(left),
		brokerFar: single(rightQueues),
		server: byType(processes.filter((node) => node.role === 'server'))
	};
}

function single(nodes: readonly StageNode[]): readonly Block[] {
	return nodes.length === 0 ? [] : [{ title: null, nodes }];
}

/** Pomelo servers stand together by type; other programs without a title. */
function byType(nodes: readonly StageNode[]): readonly Block[] {
	const types = [...new Set(nodes.map((node) => node.serverType))];
	return types.map((title) => ({
		title,
		nodes: nodes.filter((node) => node.serverType === title)
	}));
}
