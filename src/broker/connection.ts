// A client's connection: handshake, its AMQP channels, and the two ways it ends. It never sees message traffic.
// Source: rabbitmq/rabbitmq-server v3.10.8 deps/rabbit/src/rabbit_reader.erl.
// Differs: no heartbeats, no frame sizes, no SASL but PLAIN, one user (guest, password guest), one virtual host (/).
// Differs: a connection error ends all its channels at once; there one may still get what another one has just lost.
import { forkSeed, noEffects, tell, type Effect, type Step } from '#kernel';
import type { ActorId, Payload, Recorded } from '#kernel/events';
import { behaviourOf, defaultBrokerVersion, type BrokerVersion } from './broker-version.ts';
import { nextConnectionStatus, type ConnectionStatus } from './connection-machine.ts';
import { vhostId } from './definitions.ts';
import { refusal, type Refusal } from './errors.ts';
import type { ConnectionEvent } from './events.ts';
import { channelId, connectionId } from './frames.ts';
import { alarmConnection, blockConnection } from './memory-alarm.ts';
import { methodIds } from './reply-codes.ts';

export interface ConnectionState {
	/** The socket's number, and the connection's. */
	readonly number: number;
	readonly status: ConnectionStatus;
	/** The link that carries what the client sends. */
	readonly linkIn: ActorId;
	/** The link that carries what the broker sends. */
	readonly linkOut: ActorId;
	/** The client's process. */
	readonly peer: string;
	/** '' before the login. */
	readonly user: string;
	/** Numbers of the open AMQP channels, in order of opening. */
	readonly channels: readonly number[];
	/** Names drawn on this connection come from it. */
	readonly seed: number;
	/** Channels opened so far: a number that is used again draws other names. */
	readonly openedCount: number;
	readonly version: BrokerVersion;
	/** The memory alarm: off, on, or on and the connection is blocked since it publishes. */
	readonly alarm: 'off' | 'on' | 'blocked';
	/** Why the broker closed it, or null. */
	readonly failure: Refusal | null;
}

const channelMax = 2047;
const frameMax = 131072;
const heartbeatSeconds = 60;

/** All that counts once the broker has said connection.close. */
const endings: ReadonlySet<string> = new Set([
	'connection.lost',
	'connection.close',
	'connection.close-ok'
]);

/** The connection actor's step. */
export function connectionStep(
	state: ConnectionState | undefined,
	event: Recorded<ConnectionEvent>
): Step<ConnectionState> {
	if (event.kind === 'connection.accepted') {
		const { socket, linkIn, linkOut, peer } = event.data;
		return {
			state: {
				number: socket,
				status: 'accepted',
				linkIn,
				linkOut,
				peer,
				user: '',
				channels: [],
				seed: 0,
				openedCount: 0,
				version: defaultBrokerVersion,
				alarm: 'off',
				failure: null
			},
			effects: noEffects
		};
	}
	if (state === undefined) return { state: undefined, effects: noEffects };
	if (state.status === 'closing' && !endings.has(event.kind)) return { state, effects: noEffects };
	switch (event.kind) {
		case 'connection.lost':
			return end(state, []);
		case 'connection.close':
			return end(state, [
				send(state, ['connection.close-ok', 0]),
				tell(state.linkOut, 'link.closing', { why: 'the connection was closed' })
			]);
		case 'connection.close-ok':
			return end(state, [
				tell(state.linkOut, 'link.closing', { why: 'the broker closed the connection' })
			]);
		case 'protocol.header':
			return advance(state, 'header', [send(state, ['connection.start', 0])]);
		case 'connection.start-ok':
			return login(state, event.data.user, event.data.password);
		case 'connection.tune-ok':
			return advance(state, 'tune-ok', noEffects);
		case 'connection.open':
			return openVhost(state, event.data.vhost);
		case 'connection.admitted':
			return admit(state, event.data);
		case 'connection.alarm':
			return alarmConnection(state, event.data.on);
		case 'connection.publishing':
			return blockConnection(state);
		case 'channel.open':
			return openChannel(state, event.data.channel);
		case 'connection.channel-closed': {
			const channels = state.channels.filter((channel) => channel !== event.data.channel);
			return { state: { ...state, channels }, effects: noEffects };
		}
		case 'connection.failed':
			return fail(state, event.data);
	}
}

function send(state: ConnectionState, payload: Payload): Effect {
	return tell(state.linkOut, 'link.sent', { payload });
}

/** A step of the handshake; out of turn it is an error. */
function advance(
	state: ConnectionState,
	type: 'header' | 'start-ok' | 'tune-ok' | 'admitted',
	effects: readonly Effect[]
): Step<ConnectionState> {
	const status = nextConnectionStatus(state.status, type);
	if (status === state.status) {
		return fail(state, outOfTurn(state));
	}
	return { state: { ...state, status }, effects };
}

function outOfTurn(state: ConnectionState): Refusal {
	return refusal(503, `unexpected method in connection state ${state.status}`, 'none');
}

function login(state: ConnectionState, user: string, password: string): Step<ConnectionState> {
	if (user !== 'guest' || password !== 'guest') {
		const sentence =
			'Login was refused using authentication mechanism PLAIN. For details see the broker logfile.';
		return fail(state, refusal(403, sentence, 'none'));
	}
	return advance({ ...state, user }, 'start-ok', [
		send(state, ['connection.tune', 0, channelMax, frameMax, heartbeatSeconds])
	]);
}

function openVhost(state: ConnectionState, vhost: string): Step<ConnectionState> {
	if (state.status !== 'opening') return fail(state, outOfTurn(state));
	if (vhost !== '/') {
		return fail(state, refusal(530, `vhost ${vhost} not found`, 'connection.open'));
	}
	return {
		state,
		effects: [tell(vhostId, 'vhost.connected', { connection: connectionId(state.number) })]
	};
}

function admit(
	state: ConnectionState,
	data: Extract<ConnectionEvent, { kind: 'connection.admitted' }>['data']
): Step<ConnectionState> {
	const { seed, version } = data;
	const alarm = data.alarm ? 'on' : 'off';
	return advance({ ...state, seed, version, alarm }, 'admitted', [
		send(state, ['connection.open-ok', 0, behaviourOf(version).release])
	]);
}

function openChannel(state: ConnectionState, channel: number): Step<ConnectionState> {
	if (state.status !== 'running' || channel < 1 || channel > channelMax) {
		return fail(state, refusal(504, `channel ${String(channel)} cannot be opened`, 'channel.open'));
	}
	if (state.channels.includes(channel)) {
		return fail(state, refusal(504, "second 'channel.open' seen", 'channel.open'));
	}
	const openedCount = state.openedCount + 1;
	return {
		state: { ...state, openedCount, channels: [...state.channels, channel] },
		effects: [
			tell(channelId(state.number, channel), 'channel.opened', {
				channel,
				connection: connectionId(state.number),
				linkOut: state.linkOut,
				user: state.user,
				version: state.version,
				alarm: state.alarm !== 'off',
				seed: forkSeed(state.seed, `channel ${String(openedCount)}`)
			})
		]
	};
}

/** The broker closes: the channels and what belongs to the connection go at once, the rest when the client answers. */
function fail(state: ConnectionState, failure: Refusal): Step<ConnectionState> {
	const [classId, methodId] = methodIds[failure.method];
	return {
		state: {
			...state,
			status: nextConnectionStatus(state.status, 'fail'),
			channels: [],
			failure
		},
		effects: [
			...farewell(state),
			send(state, ['connection.close', 0, failure.code, failure.text, classId, methodId]),
			// The client's answer must be read.
			...(state.alarm === 'blocked' ? [tell(state.linkIn, 'link.resumed', {})] : [])
		]
	};
}

function end(state: ConnectionState, last: readonly Effect[]): Step<ConnectionState> {
	return { state: undefined, effects: [...farewell(state), ...last] };
}

/** Channels first (they give back what was not acknowledged), then exclusive queues. */
function farewell(state: ConnectionState): Effect[] {
	const effects = state.channels.map((channel) =>
		tell(channelId(state.number, channel), 'channel.gone', {})
	);
	if (state.status === 'running') {
		effects.push(
			tell(vhostId, 'vhost.connection-gone', { connection: connectionId(state.number) })
		);
	}
	return effects;
}
