// What a figure is called for those who do not see it: its kind, name and state in one line. Pure.
import { actorState, type World } from '#trace';
import type { StageWords } from '../text/stage.ts';
import type { StageNode } from './stage-graph.ts';

/** The name of an exchange or queue. That of a process is its name and its look's word. */
export function brokerFigureName(
	{ kind, name }: StageNode,
	world: World,
	words: StageWords
): string {
	if (kind === 'exchange') return words.exchange(name);
	const state = actorState(world, 'queue', name);
	if (state === undefined) return words.queueAbsent(name);
	return words.queue(name, state.readyCount, state.unacked.size);
}
