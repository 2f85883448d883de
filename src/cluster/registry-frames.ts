// What the frames on a socket of protocol `pomelo-monitor` mean to the registry. Towards it: ['hello'],
// ['expect', ...ids] (master only), ['register' | 'rejoin', id, type, infoJson], ['started', id],
// ['admin', to, moduleId, requestId, json], ['admin-reply', to, requestId, json].
import type { LinkState } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { RegistryEvent } from './server-registry.ts';

/** Turns a frame that a monitor sent into the event for its registry. Pure; never throws. */
export function decodeRegistryFrame(
	link: LinkState,
	payload: Payload
): { readonly to: ActorId } & RegistryEvent {
	const to = link.to;
	const socket = link.socket;
	const text = (index: number): string => String(payload[index] ?? '');
	switch (payload[0]) {
		case 'expect':
			return {
				to,
				kind: 'registry.expected',
				data: { socket, serverIds: payload.slice(1).map(String) }
			};
		case 'hello':
			return { to, kind: 'registry.greeted', data: { socket } };
		case 'register':
		case 'rejoin':
			return {
				to,
				kind: payload[0] === 'register' ? 'registry.registered' : 'registry.rejoined',
				data: { socket, serverId: text(1), serverType: text(2), info: text(3) }
			};
		case 'started':
			return { to, kind: 'registry.started', data: { socket, serverId: text(1) } };
		case 'admin':
			return {
				to,
				kind: 'registry.admin',
				data: {
					socket,
					to: text(1),
					moduleId: text(2),
					requestId: Number(payload[3]),
					body: text(4)
				}
			};
		case 'admin-reply':
			return {
				to,
				kind: 'registry.admin-reply',
				data: { socket, to: text(1), requestId: Number(payload[2]), body: text(3) }
			};
		default:
			return { to, kind: 'registry.bad-frame', data: { socket, text: text(0) } };
	}
}
