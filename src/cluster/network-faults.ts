// What a person does to wires: faults that stand between two machines, on sockets that are open and on those to come, and faults of
// one message, which wait for its connection. Each is told to the link it is about; what it does there is the link's.
import {
	addFaults,
	noEffects,
	tell,
	type Effect,
	type LinkFault,
	type LinkFaultKind,
	type Step
} from '#kernel';
import type { ActorId } from '#kernel/events';
import type { NetworkEvent } from './events.ts';
import {
	network,
	pairKey,
	type ChosenMessage,
	type End,
	type NetworkState,
	type Socket,
	type WireFault
} from './network-state.ts';

/** A fault comes to stand on the wire from one machine to another, or the wire is mended; sockets that are open learn it. */
export function fault(
	state: NetworkState,
	data: Extract<NetworkEvent, { kind: 'network.faults' }>['data']
): Step<NetworkState> {
	const { from, to } = data;
	const cut = data.fault === 'cut';
	const faults: LinkFault[] =
		cut || data.fault === 'mend'
			? []
			: [
					{
						kind: data.fault as LinkFaultKind,
						count: data.count,
						chance: data.chance,
						extraUs: data.extraUs
					}
				];
	const standing = state.wireFaults.find((other) => other.from === from && other.to === to);
	const wire: WireFault = {
		from,
		to,
		faults: cut ? [] : addFaults(standing?.faults ?? [], faults),
		cut: cut || (standing?.cut ?? false)
	};
	const wireFaults = [
		...state.wireFaults.filter((other) => other !== standing),
		...(data.fault === 'mend' ? [] : [wire])
	];
	const effects: Effect[] = [];
	for (const { client, server } of state.sockets.values()) {
		for (const [end, other] of [
			[client, server],
			[server, client]
		] as const) {
			if (end.node !== from || other.node !== to) continue;
			effects.push(
				tell(end.link, 'link.fault', { faults, cut: wire.cut && data.fault !== 'mend' })
			);
		}
	}
	return { state: { ...state, wireFaults }, effects };
}

/** What the link of a socket that is being opened has to learn of faults that stand. */
export function faultsFor(state: NetworkState, end: End, other: string): Effect[] {
	return state.wireFaults
		.filter((wire) => wire.from === end.node && wire.to === other)
		.map((wire) => tell(end.link, 'link.fault', { faults: wire.faults, cut: wire.cut }));
}

/** The link a chosen message would travel on; undefined when it is of another connection. */
export function linkOf(
	{ client, server, ordinal }: Socket,
	{ from, to, connection }: ChosenMessage
): ActorId | undefined {
	if (ordinal !== connection) return undefined;
	if (client.node === from && server.node === to) return client.link;
	return server.node === from && client.node === to ? server.link : undefined;
}

/** Tells the link of a chosen message, of a socket it may travel on. */
export function chooseOn(socket: Socket, chosen: ChosenMessage): Effect {
	return tell(linkOf(socket, chosen) ?? network, 'link.chosen', chosen.fault);
}

/** Tells the connection which of its messages is meant, or waits for it to open. */
export function choose(
	state: NetworkState,
	data: Extract<NetworkEvent, { kind: 'network.message' }>['data']
): Step<NetworkState> {
	const { from, to, connection, ...fault } = data;
	const chosen: ChosenMessage = { from, to, connection, fault };
	const socket = [...state.sockets.values()].find((open) => linkOf(open, chosen) !== undefined);
	if (socket !== undefined) return { state, effects: [chooseOn(socket, chosen)] };
	if ((state.pairCounts.get(pairKey(from, to)) ?? 0) < connection) {
		return { state: { ...state, chosen: [...state.chosen, chosen] }, effects: noEffects };
	}
	const why = 'its connection is gone';
	return { state, effects: [tell(network, 'network.missed', { by: fault.by, why })] };
}
