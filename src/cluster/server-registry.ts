// Pomelo's membership list as a host actor, `registry:<masterId>`: who is online, in the order they joined.
// It is the half of Pomelo's master that other processes see; the master's own program runs as a guest and is
// one of the monitors here. No health checks: a server is online while its socket stands.
// Source: NetEase/pomelo lib/master/{master,watchdog}.js, lib/modules/masterwatcher.js; pomelo-admin lib/consoleService.js.
// The frames are read in registry-frames.ts.
// Differs: real monitors register, then subscribe in a second round trip; here registering answers with the list.
import { actorName, noEffects, tell, type Effect, type Step } from '#kernel';
import type { ActorId, Payload, Recorded } from '#kernel/events';
import { forgetLoss, startAgain } from './lost-server.ts';

/** A server (or the master itself) that holds a connection to the registry. */
export interface Monitor {
	readonly socket: number;
	/** The link that carries frames to it. */
	readonly linkOut: ActorId;
	readonly serverId: string;
	readonly serverType: string;
	/** The runtime info it registered with, as JSON text: what other servers are told. */
	readonly info: string;
	readonly hasStarted: boolean;
}

export interface RegistryState {
	readonly masterId: string;
	/** Connections that have not registered yet: socket number to the link that answers it. */
	readonly unknown: readonly { readonly socket: number; readonly linkOut: ActorId }[];
	/** In registration order, the master among them. */
	readonly monitors: readonly Monitor[];
	/** How many of servers.json have to report before the cluster counts as up; null until the master says so. */
	readonly expectedCount: number | null;
	/** Reports of a finished start so far, the master's included. */
	readonly startedCount: number;
	/** Set once, at the first moment all expected servers have started; restarts do not repeat it. */
	readonly isUp: boolean;
}

export type RegistryEvent =
	| {
			readonly kind: 'registry.accepted';
			readonly data: { readonly socket: number; readonly linkOut: ActorId; readonly peer: string };
	  }
	/** A process asks whether it is heard, before it says who it is. */
	| { readonly kind: 'registry.greeted'; readonly data: { readonly socket: number } }
	/** The master says how many servers its servers.json lists. */
	| {
			readonly kind: 'registry.expected';
			readonly data: { readonly socket: number; readonly serverIds: readonly string[] };
	  }
	/** A server joined: it is online from now on. */
	| {
			readonly kind: 'registry.registered';
			readonly data: {
				readonly socket: number;
				readonly serverId: string;
				readonly serverType: string;
				readonly info: string;
			};
	  }
	/** A server that was there before this master joins it. */
	| {
			readonly kind: 'registry.rejoined';
			readonly data: {
				readonly socket: number;
				readonly serverId: string;
				readonly serverType: string;
				readonly info: string;
			};
	  }
	/** A server finished its start sequence. */
	| {
			readonly kind: 'registry.started';
			readonly data: { readonly socket: number; readonly serverId: string };
	  }
	/** Every configured server and the master have started: `start_all`. */
	| { readonly kind: 'registry.all-started'; readonly data: { readonly servers: number } }
	| /** An admin module speaks. `to`: `@master`, `@all`, `@type:<serverType>` or a server id. `requestId` 0 = wants no answer. */
	  {
			readonly kind: 'registry.admin';
			readonly data: {
				readonly socket: number;
				readonly to: string;
				readonly moduleId: string;
				readonly requestId: number;
				readonly body: string;
			};
	  }
	  /** An admin module answers request `requestId` of server `to`. */
	| {
			readonly kind: 'registry.admin-reply';
			readonly data: {
				readonly socket: number;
				readonly to: string;
				readonly requestId: number;
				readonly body: string;
			};
	  }
	/** The connection broke or was closed: that server is offline. */
	| {
			readonly kind: 'registry.lost';
			readonly data: { readonly socket: number; readonly why: string };
	  }
	/** A lost server that servers.json wants back (`auto-restart`, `restart-force`) is to be started again now. */
	| {
			readonly kind: 'registry.restart-due';
			readonly data: { readonly serverId: string; readonly isForced: boolean };
	  }
	/** Something that is no frame of this protocol. */
	| {
			readonly kind: 'registry.bad-frame';
			readonly data: { readonly socket: number; readonly text: string };
	  };

type RegistryInput = Recorded<RegistryEvent>;

/**
 * The registry's step. The first connection creates it; the loss of the master's own connection removes it and closes
 * every other one, after which the servers keep the list they had.
 */
export function registryStep(
	state: RegistryState | undefined,
	event: RegistryInput
): Step<RegistryState> {
	if (event.kind === 'registry.accepted') {
		const current = state ?? emptyRegistry(actorName(event.actor));
		const { socket, linkOut } = event.data;
		return keep({ ...current, unknown: [...current.unknown, { socket, linkOut }] });
	}
	if (state === undefined) return { state: undefined, effects: noEffects };
	switch (event.kind) {
		case 'registry.greeted':
			return { state, effects: welcome(state, event.data.socket) };
		case 'registry.expected':
			return whenUp({ ...state, expectedCount: event.data.serverIds.length }, event.actor);
		case 'registry.registered':
			return register(state, event.data);
		case 'registry.rejoined':
			return rejoin(state, event.data);
		case 'registry.started':
			return started(state, event.data.socket, event.actor);
		case 'registry.all-started':
			return {
				state,
				effects: state.monitors.map((monitor) => frame(monitor.linkOut, ['start-all']))
			};
		case 'registry.admin':
			return { state, effects: forward(state, event.data) };
		case 'registry.admin-reply':
			return { state, effects: answer(state, event.data) };
		case 'registry.lost':
			return lose(state, event.data.socket, event.data.why, event.actor);
		case 'registry.restart-due':
			return { state, effects: [{ type: 'perform', what: 'restart', data: event.data }] };
		case 'registry.bad-frame':
			return keep(state);
	}
}

function emptyRegistry(masterId: string): RegistryState {
	return { masterId, unknown: [], monitors: [], expectedCount: null, startedCount: 0, isUp: false };
}

function keep(state: RegistryState): Step<RegistryState> {
	return { state, effects: noEffects };
}

function frame(linkOut: ActorId, payload: Payload): Effect {
	return tell(linkOut, 'link.sent', { payload });
}

function welcome(state: RegistryState, socket: number): readonly Effect[] {
	const connection = state.unknown.find((entry) => entry.socket === socket);
	return connection === undefined ? noEffects : [frame(connection.linkOut, ['welcome'])];
}

/** Who a process says it is. */
interface Newcomer {
	readonly socket: number;
	readonly serverId: string;
	readonly serverType: string;
	readonly info: string;
}

/**
 * The newcomer goes to the end of the list: the others hear of it, it hears the whole list, itself included.
 * The master is a monitor but no member: no list holds it.
 */
function register(state: RegistryState, data: Newcomer): Step<RegistryState> {
	const connection = state.unknown.find((entry) => entry.socket === data.socket);
	if (connection === undefined) return keep(state);
	const monitor: Monitor = { ...data, linkOut: connection.linkOut, hasStarted: false };
	const others = state.monitors.filter((other) => other.serverId !== data.serverId);
	const monitors = [...others, monitor];
	return {
		state: {
			...state,
			unknown: state.unknown.filter((entry) => entry !== connection),
			monitors
		},
		effects: [
			forgetLoss(monitor.serverId),
			...(isMember(monitor) ? others.map((other) => frame(other.linkOut, ['add', data.info])) : []),
			frame(monitor.linkOut, ['list', ...monitors.filter(isMember).map((each) => each.info)])
		]
	};
}

/**
 * A server that lost its master and found this one: it hears what the master knows so far and forgets the rest, the
 * others hear of it. As in the original the list comes twice, and the master hears of it twice.
 */
function rejoin(state: RegistryState, data: Newcomer): Step<RegistryState> {
	const connection = state.unknown.find((entry) => entry.socket === data.socket);
	if (connection === undefined) return keep(state);
	if (state.monitors.some((other) => other.serverId === data.serverId)) return keep(state);
	const monitor: Monitor = { ...data, linkOut: connection.linkOut, hasStarted: true };
	const monitors = [...state.monitors, monitor];
	const list = frame(monitor.linkOut, [
		'replace',
		...monitors.filter(isMember).map((each) => each.info)
	]);
	const news = state.monitors.flatMap((other) => {
		const add = frame(other.linkOut, ['add', data.info]);
		return isMember(other) ? [add] : [add, add];
	});
	return {
		state: {
			...state,
			unknown: state.unknown.filter((entry) => entry !== connection),
			monitors
		},
		effects: [list, list, ...news]
	};
}

function isMember(monitor: Monitor): boolean {
	return monitor.serverType !== 'master';
}

function started(state: RegistryState, socket: number, self: ActorId): Step<RegistryState> {
	if (!state.monitors.some((monitor) => monitor.socket === socket)) return keep(state);
	const monitors = state.monitors.map((monitor) =>
		monitor.socket === socket ? { ...monitor, hasStarted: true } : monitor
	);
	return whenUp({ ...state, monitors, startedCount: state.startedCount + 1 }, self);
}

/** Once the master and every configured server have reported, the cluster is up, once and for all. */
function whenUp(state: RegistryState, self: ActorId): Step<RegistryState> {
	const expected = state.expectedCount;
	if (state.isUp || expected === null || state.startedCount <= expected) return keep(state);
	return {
		state: { ...state, isUp: true },
		effects: [tell(self, 'registry.all-started', { servers: expected })]
	};
}

/** Passes an admin message on. The master's two halves are told apart by the frame: `admin-master` and `admin`. */
function forward(
	state: RegistryState,
	data: {
		readonly socket: number;
		readonly to: string;
		readonly moduleId: string;
		readonly requestId: number;
		readonly body: string;
	}
): readonly Effect[] {
	const from = senderOf(state, data.socket);
	if (from === undefined) return noEffects;
	const rest = [from, data.moduleId, data.requestId, data.body] as const;
	if (data.to === '@master') {
		const master = state.monitors.find((monitor) => monitor.serverId === state.masterId);
		return master === undefined ? noEffects : [frame(master.linkOut, ['admin-master', ...rest])];
	}
	const targets = state.monitors.filter(
		(monitor) =>
			data.to === '@all' ||
			data.to === `@type:${monitor.serverType}` ||
			data.to === monitor.serverId
	);
	return targets.map((monitor) => frame(monitor.linkOut, ['admin', ...rest]));
}

function answer(
	state: RegistryState,
	data: {
		readonly socket: number;
		readonly to: string;
		readonly requestId: number;
		readonly body: string;
	}
): readonly Effect[] {
	const from = senderOf(state, data.socket);
	const asker = state.monitors.find((monitor) => monitor.serverId === data.to);
	if (from === undefined || asker === undefined) return noEffects;
	return [frame(asker.linkOut, ['admin-reply', from, data.requestId, data.body])];
}

function senderOf(state: RegistryState, socket: number): string | undefined {
	return state.monitors.find((monitor) => monitor.socket === socket)?.serverId;
}

function lose(
	state: RegistryState,
	socket: number,
	why: string,
	self: ActorId
): Step<RegistryState> {
	const gone = state.monitors.find((monitor) => monitor.socket === socket);
	if (gone === undefined) {
		return keep({ ...state, unknown: state.unknown.filter((entry) => entry.socket !== socket) });
	}
	const monitors = state.monitors.filter((monitor) => monitor !== gone);
	if (gone.serverId === state.masterId) {
		return {
			state: undefined,
			effects: [
				{ type: 'cancel', key: '*' },
				...monitors.map((monitor) => tell(monitor.linkOut, 'link.closing', { why }))
			]
		};
	}
	return {
		state: { ...state, monitors },
		effects: [
			...monitors.map((monitor) => frame(monitor.linkOut, ['remove', gone.serverId])),
			...startAgain(gone, self)
		]
	};
}
