// Names and numbers that applications can see or that several files share.
// Source: NetEase/pomelo lib/util/constants.js, lib/util/events.js; pomelo-rpc lib/util/constants.js.

/** `pomelo.events`: what `app.event` emits. */
export const applicationEvents = {
	ADD_SERVERS: 'add_servers',
	REMOVE_SERVERS: 'remove_servers',
	REPLACE_SERVERS: 'replace_servers',
	BIND_SESSION: 'bind_session',
	UNBIND_SESSION: 'unbind_session',
	CLOSE_SESSION: 'close_session',
	ADD_CRONS: 'add_crons',
	REMOVE_CRONS: 'remove_crons',
	START_SERVER: 'start_server',
	START_ALL: 'start_all'
} as const;

/** Values of `app.state`. */
export const applicationStates = { inited: 1, start: 2, started: 3, stopped: 4 } as const;

/** Settings under which the framework keeps what the application registered. */
export const settingKeys = {
	beforeFilters: '__befores__',
	afterFilters: '__afters__',
	globalBeforeFilters: '__globalBefores__',
	globalAfterFilters: '__globalAfters__',
	rpcBeforeFilters: '__rpcBefores__',
	rpcAfterFilters: '__rpcAfters__',
	routes: '__routes__',
	adminModules: '__modules__',
	serverMap: '__serverMap__',
	beforeStopHook: '__beforeStopHook__'
} as const;

/** Milliseconds unless the name says otherwise. */
export const times = {
	/** `app.stop` gives up waiting for components. */
	stopMs: 3000,
	rpcCallbackMs: 30_000,
	rpcFlushMs: 30,
	requestWarningMs: 3000,
	serialTaskMs: 3000,
	/** A lost master is looked for after this, then after twice as long, and so on. */
	reconnectFirstMs: 1000,
	reconnectMaxMs: 60_000
} as const;

/** Calls that may wait for a connection before further ones are refused. */
export const pendingCallsMax = 10_000;

/** Codes in the log line `rpc failed with error, ... error code: n`. */
export const rpcErrors = {
	clientNotStarted: 1,
	noTargetServer: 2,
	connectFailed: 3,
	noMailbox: 4,
	sendFailed: 5,
	filterError: 6
} as const;

/** The version of Pomelo whose behaviour is imitated. */
export const pomeloVersion = '2.2.7';
