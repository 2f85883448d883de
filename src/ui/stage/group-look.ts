// What the card of a folded group says: how many there are, how they are, what flies to and from them. Pure.
import { actorState, type World } from '#trace';
import type { ActorId } from '#kernel/events';
import type { DrawnFlight } from './flight-plan.ts';
import type { ProcessMood } from './process-look.ts';
import type { StageNode } from './stage-graph.ts';

/** Members in one state. */
export interface GroupShare {
	readonly mood: ProcessMood;
	readonly count: number;
}

/** What is looked at first comes first. */
const moodOrder: readonly ProcessMood[] = [
	'failed',
	'paused',
	'busy',
	'holding',
	'waiting',
	'idle',
	'ended',
	'absent'
];

/** How many members are in each state, the most telling first. */
export function sharesOf(moods: readonly ProcessMood[]): readonly GroupShare[] {
	const counts = new Map<ProcessMood, number>();
	for (const mood of moods) counts.set(mood, (counts.get(mood) ?? 0) + 1);
	return moodOrder.flatMap((mood) => {
		const count = counts.get(mood);
		return count === undefined ? [] : [{ mood, count }];
	});
}

/** Messages of a group of queues, and how many of them are not there: not yet, or no more. */
export function queueTotals(
	members: readonly StageNode[],
	world: World
): { readonly ready: number; readonly unacked: number; readonly absent: number } {
	let ready = 0;
	let unacked = 0;
	let absent = 0;
	for (const { name } of members) {
		const state = actorState(world, 'queue', name);
		if (state === undefined) absent += 1;
		ready += state?.readyCount ?? 0;
		unacked += state?.unacked.size ?? 0;
	}
	return { ready, unacked, absent };
}

/** Messages under way from and to each actor. */
export interface Traffic {
	readonly out: ReadonlyMap<ActorId, number>;
	readonly into: ReadonlyMap<ActorId, number>;
}

export function trafficOf(flights: readonly DrawnFlight[]): Traffic {
	const out = new Map<ActorId, number>();
	const into = new Map<ActorId, number>();
	for (const { from, to, isLost } of flights) {
		if (isLost) continue;
		out.set(from, (out.get(from) ?? 0) + 1);
		into.set(to, (into.get(to) ?? 0) + 1);
	}
	return { out, into };
}

/** The sum over the members of a group. */
export function trafficOfGroup(
	{ out, into }: Traffic,
	members: readonly StageNode[]
): { readonly out: number; readonly into: number } {
	const sum = (counts: ReadonlyMap<ActorId, number>): number =>
		members.reduce((total, { id }) => total + (counts.get(id) ?? 0), 0);
	return { out: sum(out), into: sum(into) };
}
