// What a person reads on the stage.
import { Texts } from './texts.svelte.ts';

const english = {
	notStarted: 'not started',
	idle: 'idle',
	busy: 'busy',
	busyWith: (call: number) => `busy with call ${String(call)}`,
	/** By the name of a delivery (sandbox/turn-batch.ts). */
	busyBy: {
		main: 'starting',
		timer: 'busy: a timer',
		immediates: 'busy: setImmediate',
		connected: 'busy: connected',
		refused: 'busy: refused',
		accepted: 'busy: a new client',
		data: 'busy: a message',
		closed: 'busy: connection closed',
		drain: 'ending',
		command: 'busy: a request'
	} as Readonly<Record<string, string>>,
	holds: (text: string, isCall: boolean, others: number) =>
		`holds ${isCall ? 'call ' : ''}${text}${others > 0 ? ` +${String(others)}` : ''}`,
	waitsFor: (call: number) => `waits for call ${String(call)}`,
	waitsForMany: (calls: number) => `waits for ${String(calls)} calls`,
	unanswered: (call: number) => `call ${String(call)} unanswered`,
	unansweredMany: (calls: number) => `${String(calls)} calls unanswered`,
	paused: 'paused',
	slowed: 'slowed',
	crashed: 'crashed',
	stopped: 'stopped',
	killed: 'killed',
	exited: (code: number) => `exited, code ${String(code)}`,
	/** Behind the state of a process that ended and will be started again. */
	startsAgain: 'starts again',
	port: (ports: string) => `port ${ports}`,
	life: (number: number) => `life ${String(number)}`,
	inbox: (count: number) => `+${String(count)} waiting`,
	exitedAfterError: (code: number) => `error, exit code ${String(code)}`,
	errorBadge: 'error',
	caught: (count: number) =>
		count === 1
			? 'It caught an error nobody handled and went on. The console and the editor show it.'
			: `It caught ${String(count)} errors nobody handled and went on. The console and the editor show them.`,
	brokerError: (code: number) =>
		`The broker closed a channel or the connection: error ${String(code)}.`,
	process: (name: string, state: string) => `Process ${name}, ${state}`,
	exchange: (name: string) => (name === '' ? 'Default exchange' : `Exchange ${name}`),
	queueAbsent: (name: string) => `Queue ${name}, not declared`,
	queuesAbsent: (count: number) => `${String(count)} not declared`,
	queue: (name: string, ready: number, unacked: number) =>
		`Queue ${name}, ${String(ready)} ready, ${String(unacked)} unacknowledged`,
	next: (mark: string) => `next: ${mark}`,
	unacked: (count: number) => `${String(count)} unacked`,
	heldBy: (name: string) => `${name} has these and has not acknowledged them`,
	others: (count: number) => `${String(count)} others`,
	defaultExchange: 'default',
	byQueueName: 'by queue name',
	/** Of the line from an exchange to its alternate exchange. */
	ifNothingMatches: 'if nothing matches',
	/** Of the line from a queue to its dead-letter exchange; the routing key may be another one there. */
	deadLetters: (key: string | null) => (key === null ? 'dead letters' : `dead, as ${key}`),
	broker: 'Broker',
	latency: (span: string) => `${span} one way`,
	/** Of the members of a folded group, by mood. */
	moods: {
		absent: 'not started',
		idle: 'idle',
		busy: 'busy',
		waiting: 'waiting',
		holding: 'holding',
		paused: 'paused',
		ended: 'ended',
		failed: 'crashed'
	},
	members: (count: number, mood: string) => `${String(count)} ${mood}`,
	ready: (count: number) => `${String(count)} ready`,
	group: (title: string, count: number, states: string) =>
		`${title}, ${String(count)} together: ${states}`,
	openGroup: 'Click to show each of them',
	openInvolved: (count: number) => `Click to show the ${String(count)} in the selected call`,
	fold: (title: string) => `Fold ${title} to one card`,
	inFlight: (out: number, into: number) =>
		`${String(out)} messages under way from these, ${String(into)} to them`,
	figures: 'Figures on the stage',
	shapes: 'Shapes of messages',
	shape: {
		request: 'request',
		reply: 'reply',
		message: 'message',
		ack: 'ack',
		refusal: 'refusal',
		protocol: 'protocol',
		flow: 'many messages'
	},
	zoomIn: 'Zoom in',
	actOnSelection: 'Act on what is selected',
	zoomOut: 'Zoom out',
	fitStage: 'Fit the stage',
	start: {
		title: 'Start another process at the cursor',
		process: 'Process',
		program: 'Program',
		arguments: 'Arguments',
		when: (ms: string) => `It starts at the cursor, ${ms} ms.`,
		start: 'Start'
	},
	computing: 'Computing the run…',
	nothingYet: 'Nothing has started yet. Press Play.'
};

export type StageWords = typeof english;

export const stageWords = new Texts(english, () => import('./zh/stage.ts'));
