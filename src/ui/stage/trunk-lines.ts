// Lines between the things lines end at: those of the members of a group run together as one. Pure.
import type { ActorId } from '#kernel/events';
import type { Anchor, Stand } from './anchors.ts';
import { brokerId, type StageEdge } from './stage-graph.ts';

/** A line to be drawn, and the lines of the topology it stands for. */
export interface TrunkLine {
	readonly edge: StageEdge;
	readonly from: Anchor;
	/** null: the broker's door. */
	readonly to: Anchor | null;
	readonly members: readonly TrunkMember[];
}

export interface TrunkMember {
	readonly edge: StageEdge;
	readonly from: Stand;
	readonly to: Stand | null;
	/** It runs against the direction of the trunk. */
	readonly isReverse: boolean;
}

/** Puts lines together; lines within one group are left out. */
export function trunkLines(
	edges: readonly StageEdge[],
	stands: ReadonlyMap<ActorId, Stand>
): readonly TrunkLine[] {
	const trunks = new Map<string, { first: TrunkLine; members: TrunkMember[] }>();
	for (const edge of edges) {
		const from = stands.get(edge.from);
		const to = edge.to === brokerId ? null : stands.get(edge.to);
		if (from === undefined || to === undefined || from.anchor === to?.anchor) continue;
		const end = to?.anchor.id ?? brokerId;
		const back = edge.kind === 'talk' ? trunks.get(`talk ${end} ${from.anchor.id}`) : undefined;
		if (back !== undefined) {
			back.members.push({ edge, from, to, isReverse: true });
			continue;
		}
		const key = `${edge.kind} ${from.anchor.id} ${end}`;
		const member = { edge, from, to, isReverse: false };
		const known = trunks.get(key);
		if (known !== undefined) known.members.push(member);
		else {
			const first = { edge, from: from.anchor, to: to?.anchor ?? null, members: [] };
			trunks.set(key, { first, members: [member] });
		}
	}
	return [...trunks].map(([key, { first, members }]) => {
		if (members.length === 1) return { ...first, members };
		const labels = [...new Set(members.flatMap((member) => member.edge.labels))];
		return { ...first, edge: { ...first.edge, id: key, labels }, members };
	});
}
