// Does a process hold an open connection to a Pomelo front-end server, so that it can be asked to send a request?
import { links, type World } from '#trace';

export function hasClientSocket(world: World, process: string): boolean {
	return links(world).some(
		({ state }) =>
			state.protocol === 'pomelo-client' && state.fromNode === process && state.status === 'open'
	);
}
