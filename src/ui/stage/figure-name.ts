// What a figure is called for those who do not see it: its kind, name and state in one line. Pure.
import { actorState, type World } from '#trace';
import type { PendingCallState } from '#rpc';
import { processLook } from './process-look.ts';
import type { StageNode } from './stage-topology.ts';

export function figureName(
	{ kind, name }: StageNode,
	world: World,
	calls: readonly PendingCallState[]
): string {
	switch (kind) {
		case 'process': {
			const look = processLook(name, actorState(world, 'process', name), calls, true);
			return `Process ${name}, ${look.word}`;
		}
		case 'exchange':
			return name === '' ? 'Default exchange' : `Exchange ${name}`;
		case 'queue': {
			const state = actorState(world, 'queue', name);
			if (state === undefined) return `Queue ${name}, not declared`;
			return `Queue ${name}, ${String(state.readyCount)} ready, ${String(state.unacked.size)} unacknowledged`;
		}
	}
}
