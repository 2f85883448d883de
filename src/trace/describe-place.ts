// Where an event happens, in two or three words: whose machine, which part of the broker, which call.
import { actorKind, actorName } from '#kernel';
import type { ActorId } from '#kernel/events';
import type { TraceIndex } from './trace-index.ts';
import { shortName } from './words.ts';

/** The actor of an event as people name it. */
export function placeWords(actor: ActorId, index: TraceIndex): string {
	const name = actorName(actor);
	switch (actorKind(actor)) {
		case 'run':
			return 'the run';
		case 'network':
			return 'the network';
		case 'vhost':
			return 'the broker';
		case 'link': {
			const ends = index.ends(actor);
			return ends === undefined ? 'a line' : `${ends.fromNode} \u2192 ${ends.toNode}`;
		}
		case 'connection':
			return `connection of ${index.client(actor) ?? 'a client'}`;
		case 'channel':
			return `channel of ${index.client(actor) ?? 'a client'}`;
		case 'exchange':
			return name === '' ? 'default exchange' : `exchange ${name}`;
		case 'queue':
			return shortName(name);
		case 'call':
			return name === 'stray' ? 'no call' : `call ${name}`;
		case 'registry':
			return `list of ${name}`;
		default:
			return name;
	}
}
