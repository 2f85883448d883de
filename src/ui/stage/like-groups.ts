// Figures that are alike and may stand for each other: programs of the same file, servers of one type, queues of one kind.
// A group stands in a titled box when it is open and is one card when it is folded. Which it is, stage-form.ts decides.
import type { ActorId } from '#kernel/events';
import type { StageNode } from './stage-graph.ts';

export interface LikeGroup {
	/** The same in every run of a scenario, e.g. `servers chat`. */
	readonly id: string;
	readonly kind: 'clients' | 'servers' | 'queues';
	/** Server type, file name or the pattern of the queues' names. */
	readonly title: string;
	readonly members: readonly StageNode[];
}

/** Figures of one layer that stand together: a group, or those that belong to none. */
export interface LikeFigures {
	readonly group: LikeGroup | null;
	readonly nodes: readonly StageNode[];
}

/** Fewer programs of a file or queues of a kind than this stand by themselves; server types always have their title. */
const membersMin = { clients: 5, servers: 5, queues: 6 } as const;

/** Sorts figures of one layer into groups of like ones, in the order they first appeared. */
export function likeGroups(
	nodes: readonly StageNode[],
	kind: LikeGroup['kind'],
	layer: string
): readonly LikeFigures[] {
	const byTitle = new Map<string, StageNode[]>();
	for (const node of nodes) {
		const title = titleOf(node);
		const others = byTitle.get(title);
		if (others === undefined) byTitle.set(title, [node]);
		else others.push(node);
	}
	const free: StageNode[] = [];
	const grouped: LikeFigures[] = [];
	for (const [title, members] of byTitle) {
		const isType = members[0]?.serverType !== null && kind === 'servers';
		if (!isType && members.length < membersMin[kind]) free.push(...members);
		else {
			const group = { id: `${layer} ${title}`, kind, title, members };
			grouped.push({ group, nodes: members });
		}
	}
	if (free.length === 0) return grouped;
	const order = new Map(nodes.map((node, place) => [node.id, place]));
	const place = (id: ActorId): number => order.get(id) ?? 0;
	free.sort((a, b) => place(a.id) - place(b.id));
	return [{ group: null, nodes: free }, ...grouped];
}

function titleOf({ kind, name, serverType, file }: StageNode): string {
	if (kind === 'queue') {
		return name.startsWith('amq.gen-') ? 'amq.gen-…' : name.replace(/\d+/g, '…');
	}
	return serverType ?? file?.slice(file.lastIndexOf('/') + 1) ?? name;
}
