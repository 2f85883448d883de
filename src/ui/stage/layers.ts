// Who belongs where: the figures of a run sorted into layers by role. Clients first, front-end servers next, then the broker
// (exchanges and queues read by clients, then the other queues), then servers.
import { likeGroups, type LikeFigures } from './like-groups.ts';
import type { StageEdge, StageNode } from './stage-graph.ts';

export type LayerName = 'client' | 'front' | 'brokerNear' | 'brokerFar' | 'server';
export const layerNames: readonly LayerName[] = [
	'client',
	'front',
	'brokerNear',
	'brokerFar',
	'server'
];

/** What stands in each layer, whatever form it takes. */
export type Layers<Figures = LikeFigures> = Readonly<Record<LayerName, readonly Figures[]>>;

export function isInBroker(name: LayerName): boolean {
	return name === 'brokerNear' || name === 'brokerFar';
}

/** The same layers with something else for the figures of each group. */
export function mapLayers<A, B>(
	layers: Layers<A>,
	map: (figures: A, name: LayerName) => B
): Layers<B> {
	const mapped = (name: LayerName): readonly B[] =>
		layers[name].map((figures) => map(figures, name));
	return {
		client: mapped('client'),
		front: mapped('front'),
		brokerNear: mapped('brokerNear'),
		brokerFar: mapped('brokerFar'),
		server: mapped('server')
	};
}

/** Sorts the figures of a run into layers. */
export function layersOf(nodes: readonly StageNode[], edges: readonly StageEdge[]): Layers {
	const clients = new Set(nodes.filter((node) => node.role === 'client').map((node) => node.id));
	const processes = nodes.filter((node) => node.kind === 'process');
	const queues = nodes.filter((node) => node.kind === 'queue');
	const readers = new Map<string, boolean>();
	for (const { kind, from, to } of edges) {
		if (kind === 'consume') readers.set(from, (readers.get(from) ?? true) && clients.has(to));
	}
	const isReadByClients = (queue: StageNode): boolean => readers.get(queue.id) === true;
	const exchanges = nodes.filter((node) => node.kind === 'exchange');
	const of = (role: StageNode['role']) => processes.filter((node) => node.role === role);
	const near = likeGroups(queues.filter(isReadByClients), 'queues', 'near');
	return {
		client: likeGroups(of('client'), 'clients', 'clients'),
		front: likeGroups(of('front'), 'servers', 'servers'),
		brokerNear: withExchanges(exchanges, near),
		brokerFar: likeGroups(
			queues.filter((queue) => !isReadByClients(queue)),
			'queues',
			'queues'
		),
		server: likeGroups(of('server'), 'servers', 'servers')
	};
}

/** Exchanges stand first, together with the queues that belong to no group. */
function withExchanges(
	exchanges: readonly StageNode[],
	queues: readonly LikeFigures[]
): readonly LikeFigures[] {
	const free = queues.filter(({ group }) => group === null).flatMap(({ nodes }) => nodes);
	const nodes = [...exchanges, ...free];
	const grouped = queues.filter(({ group }) => group !== null);
	return nodes.length === 0 ? grouped : [{ group: null, nodes }, ...grouped];
}
