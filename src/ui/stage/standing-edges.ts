// Which lines stand at a cursor: a binding that exists, a consumer that consumes, a process that runs. The others are drawn
// faintly: they come later or are gone. Pure.
import { actorName } from '#kernel';
import { actorState, type TraceIndex, type World } from '#trace';
import type { StageEdge } from './stage-graph.ts';

export function isStanding(edge: StageEdge, world: World, index: TraceIndex): boolean {
	const from = actorName(edge.from);
	const to = actorName(edge.to);
	const isRunning = (process: string): boolean =>
		actorState(world, 'process', process)?.status === 'running';
	switch (edge.kind) {
		case 'bind': {
			const exchange = actorState(world, 'exchange', from);
			if (exchange === undefined) return false;
			if (from === '') return actorState(world, 'queue', to) !== undefined;
			return exchange.bindings.some(({ destination }) => destination === edge.to);
		}
		case 'consume': {
			if (edge.from.startsWith('exchange:')) return isRunning(to);
			const queue = actorState(world, 'queue', from);
			if (queue === undefined) return false;
			return [...queue.consumers, ...queue.blocked].some(
				({ channel }) => index.client(channel) === to
			);
		}
		case 'dead':
			return actorState(world, 'queue', from) !== undefined;
		case 'alternate':
			return actorState(world, 'exchange', from) !== undefined;
		case 'publish':
		case 'connect':
			return isRunning(from);
		case 'talk':
			return true;
	}
}
