// Who listens where, and which sockets are open. Opens a pair of links for each socket and takes them down when an owner
// goes. It carries no data: links do.
import {
	forkSeed,
	NameMap,
	noEffects,
	OrderedMap,
	tell,
	type Effect,
	type Micros,
	type Step
} from '#kernel';
import type { ActorId, Recorded } from '#kernel/events';
import type { NetworkConfigured, NetworkEvent } from './events.ts';
import { choose, chooseOn, fault, faultsFor, linkOf } from './network-faults.ts';
import {
	network,
	pairKey,
	type ChosenMessage,
	type End,
	type Listener,
	type NetworkState,
	type Request,
	type Socket
} from './network-state.ts';

const here = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0']);

/** The network actor's step. */
export function networkStep(
	state: NetworkState | undefined,
	event: Recorded<NetworkEvent>
): Step<NetworkState> {
	if (event.kind === 'network.configured')
		return { state: configure(event.data), effects: noEffects };
	if (state === undefined) return { state: undefined, effects: noEffects };
	switch (event.kind) {
		case 'network.listen': {
			const listeners = new Map(state.listeners).set(event.data.port, event.data);
			return { state: { ...state, listeners }, effects: noEffects };
		}
		case 'network.unlisten': {
			const listeners = new Map(state.listeners);
			if (listeners.get(event.data.port)?.owner === event.data.owner) {
				listeners.delete(event.data.port);
			}
			return { state: { ...state, listeners }, effects: noEffects };
		}
		case 'network.connect':
			return connect(state, event.data);
		case 'network.arrived':
			return arrive(state, event.data.request);
		case 'network.gone':
			return gone(state, event.data.owner);
		case 'network.faults':
			return fault(state, event.data);
		case 'network.message':
			return choose(state, event.data);
		case 'network.missed':
			return { state, effects: noEffects };
	}
}

function configure(config: NetworkConfigured): NetworkState {
	return {
		config,
		listeners: new Map(),
		requests: OrderedMap.empty(),
		sockets: OrderedMap.empty(),
		socketCount: 0,
		requestCount: 0,
		wireFaults: [],
		pairCounts: NameMap.empty(),
		chosen: []
	};
}

/** One-way latency between two machines. */
export function latencyBetween(config: NetworkConfigured, a: string, b: string): Micros {
	const special = config.between.find(
		(pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a)
	);
	return special?.latencyUs ?? config.latencyUs;
}

function connect(
	state: NetworkState,
	data: Extract<NetworkEvent, { kind: 'network.connect' }>['data']
): Step<NetworkState> {
	const { from, node, socketId, host, port, protocol } = data;
	const request = state.requestCount + 1;
	const known = here.has(host);
	const listener = state.listeners.get(port);
	const delayUs = latencyBetween(state.config, node, listener?.node ?? host);
	if (!known) {
		return {
			state,
			effects: [later(from, delayUs, { delivery: ['refused', socketId, 'ENOTFOUND'] })]
		};
	}
	const requests = state.requests.set(request, { from, node, socketId, port, protocol });
	return {
		state: { ...state, requests, requestCount: request },
		effects: [
			{ type: 'after', key: '', delayUs, to: network, kind: 'network.arrived', data: { request } }
		]
	};
}

/** Tells a process something for its guest after a delay. */
function later(process: ActorId, delayUs: Micros, data: unknown): Effect {
	return { type: 'after', key: '', delayUs, to: process, kind: 'process.delivery', data };
}

function arrive(state: NetworkState, requestNumber: number): Step<NetworkState> {
	const request = state.requests.get(requestNumber);
	if (request === undefined) return { state, effects: noEffects };
	const requests = state.requests.delete(requestNumber);
	const listener = state.listeners.get(request.port);
	const delayUs = latencyBetween(state.config, request.node, listener?.node ?? request.node);
	if (listener?.protocol !== request.protocol) {
		return {
			state: { ...state, requests },
			effects: [
				later(request.from, delayUs, { delivery: ['refused', request.socketId, 'ECONNREFUSED'] })
			]
		};
	}
	return open({ ...state, requests }, request, listener, delayUs);
}

function open(
	state: NetworkState,
	request: Request,
	listener: Listener,
	delayUs: Micros
): Step<NetworkState> {
	const number = state.socketCount + 1;
	const client: End = { owner: request.from, node: request.node, link: clientLink(number) };
	const receiver = receiverOf(listener, number);
	const server: End = {
		owner: listener.owner,
		node: listener.node,
		link: `link:${String(number)}/s`
	};
	const accepted = acceptance(listener, receiver, number, server.link, request);
	const common = {
		socket: number,
		protocol: request.protocol,
		latencyUs: delayUs,
		jitterUs: state.config.jitterUs
	};
	const pair = pairKey(client.node, server.node);
	const ordinal = (state.pairCounts.get(pair) ?? 0) + 1;
	const socket: Socket = { client, server, ordinal };
	const wanted = (chosen: ChosenMessage): boolean => linkOf(socket, chosen) !== undefined;
	return {
		state: {
			...state,
			sockets: state.sockets.set(number, socket),
			socketCount: number,
			pairCounts: state.pairCounts.set(pair, ordinal),
			chosen: state.chosen.filter((chosen) => !wanted(chosen))
		},
		effects: [
			tell(client.link, 'link.opened', {
				...common,
				from: client.owner,
				to: receiver,
				fromNode: client.node,
				toNode: server.node,
				toSocketId: -number,
				seed: forkSeed(state.config.seed, client.link)
			}),
			tell(server.link, 'link.opened', {
				...common,
				from: receiver,
				to: client.owner,
				fromNode: server.node,
				toNode: client.node,
				toSocketId: request.socketId,
				seed: forkSeed(state.config.seed, server.link)
			}),
			...faultsFor(state, client, server.node),
			...faultsFor(state, server, client.node),
			...state.chosen.filter(wanted).map((chosen) => chooseOn(socket, chosen)),
			accepted,
			later(request.from, delayUs, {
				delivery: ['connected', request.socketId],
				socket: { socketId: request.socketId, link: client.link }
			})
		]
	};
}

/** The link that carries what the client end of a socket sends. */
function clientLink(socket: number): ActorId {
	return `link:${String(socket)}/c`;
}

/** The actor at the server end of a new socket: a broker connection, a Pomelo registry, or the listening process. */
function receiverOf(listener: Listener, number: number): ActorId {
	if (listener.protocol === 'amqp') return `connection:${String(number)}`;
	if (listener.protocol === 'pomelo-monitor') return `registry:${listener.node}`;
	return listener.owner;
}

function acceptance(
	listener: Listener,
	receiver: ActorId,
	socket: number,
	linkOut: ActorId,
	request: Request
): Effect {
	if (listener.protocol === 'amqp') {
		const linkIn = clientLink(socket);
		return tell(receiver, 'connection.accepted', { socket, linkIn, linkOut, peer: request.node });
	}
	if (listener.protocol === 'pomelo-monitor') {
		return tell(receiver, 'registry.accepted', { socket, linkOut, peer: request.node });
	}
	return tell(receiver, 'process.delivery', {
		delivery: ['accepted', listener.port, -socket, request.node],
		socket: { socketId: -socket, link: linkOut }
	});
}

function gone(state: NetworkState, owner: ActorId): Step<NetworkState> {
	const listeners = new Map(state.listeners);
	for (const listener of state.listeners.values()) {
		if (listener.owner === owner) listeners.delete(listener.port);
	}
	let { requests, sockets } = state;
	for (const [number, request] of state.requests.entries()) {
		if (request.from === owner) requests = requests.delete(number);
	}
	const effects: Effect[] = [];
	for (const [number, socket] of state.sockets.entries()) {
		const end = socket.client.owner === owner ? socket.client : socket.server;
		if (end.owner !== owner) continue;
		sockets = sockets.delete(number);
		effects.push(tell(end.link, 'link.closing', { why: 'the process is gone' }));
	}
	return { state: { ...state, listeners, requests, sockets }, effects };
}
