// The words of the inspector about queues, bindings, Pomelo servers and requests. The rest: inspector.ts. Chinese: zh/details.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	nothingSelected:
		'Click a figure or a message on the stage, or a row of a table, to see what it is and why it is there.',
	nothingSelectedFaults:
		'What could go wrong is there, too: a right click (or a long press) on a message, a line or a process loses, delays or doubles it, cuts it or stops it. The key F does the same for what is selected.',
	couldGoWrong: 'What could go wrong with it',
	inspectCursor: 'Inspect the event at the cursor',
	copy: 'Copy',
	nothingYet: 'Nothing yet.',
	empty: '(empty)',
	aClient: 'a client',

	kinds: { process: 'Process', queue: 'Queue', exchange: 'Exchange' } as Readonly<
		Record<string, string>
	>,
	broker: 'The broker',
	unnamed: '(default)',
	notThere: 'It does not exist at the cursor. Move the cursor to see it.',
	history: 'What happened here, newest first',

	call: (number: number) => `Call ${String(number)}`,
	notMadeYet: 'It has not been made yet at the cursor.',
	way: 'Its way',
	wayAndAll: 'Its way, and all it led to on the servers',

	attempt: 'What to try:',
	followCall: (call: number) => `Follow call ${String(call)}`,
	content: 'Content',
	moreCharacters: (count: number) => `${String(count)} more characters`,
	why: 'Why is this here?',
	whatLed: 'What led to it',
	noCause: 'Nothing in the run led to it: it was set by the scenario or a person.',

	/** What stands left of a value. */
	names: {
		time: 'Time',
		event: 'Event',
		from: 'From',
		to: 'To',
		linkLatency: 'Link latency',
		lost: 'Lost',
		state: 'State',
		program: 'Program',
		serverType: 'Server type',
		startedAt: 'Started at',
		life: 'Life',
		ended: 'Ended',
		inbox: 'Waiting deliveries',
		turns: 'Turns',
		computed: 'Computed',
		listensOn: 'Listens on',
		sockets: 'Sockets',
		ready: 'Ready',
		unacknowledged: 'Unacknowledged',
		consumers: 'Consumers',
		soFar: 'Messages so far',
		acknowledged: 'Acknowledged',
		requeued: 'Requeued',
		expired: 'Expired',
		dropped: 'Dropped',
		type: 'Type',
		durable: 'Durable',
		autoDelete: 'Auto-delete',
		internal: 'Internal',
		alternate: 'Alternate exchange',
		noQueue: 'Found no queue',
		fate: 'Fate',
		caller: 'Caller',
		askedFor: 'Asked for',
		server: 'Server',
		correlationId: 'Correlation id',
		messageId: 'Message id',
		sentAt: 'Sent at',
		receivedAt: 'Received at',
		repliedAt: 'Answered by the server at',
		endedAt: 'Ended at',
		roundTrip: 'Round trip'
	},
	yes: 'yes',
	lifeNumber: (life: number) => `number ${String(life)}`,
	exitCode: (code: string) => `exit code ${code}`,
	/** A state or reason as the trace says it. */
	said: (text: string) => text,
	fateWhy: (status: string, why: string) => `${status}: ${why}`,

	declared: 'What it was declared to be',
	readyFirst: 'Ready, next one first',
	nothingWaits: 'Nothing waits in it.',
	andMore: (more: number) => `and ${String(more)} more`,
	redelivered: 'redelivered',
	holders: 'Consumers, and what each has not acknowledged',
	noConsumer: 'Nobody consumes from it.',
	prefetch: (count: number) => (count === 0 ? 'prefetch no limit' : `prefetch ${String(count)}`),
	noAcks: 'needs no acks',
	priority: (priority: number) => `priority ${String(priority)}`,
	exclusive: 'exclusive',
	standsBy: 'stands by',
	listed: (terms: readonly string[]) => terms.join(', '),
	goneHolder: 'no longer consumes, or got them one by one',

	bindings: 'Bindings',
	nothingBound: 'Nothing is bound to it: what is published here is lost or comes back.',
	emptyKey: '(empty key)',
	toKind: (kind: string) => `to ${kind}`,
	rules: {
		default:
			'Every queue is bound to it by its own name: the routing key names the queue. It cannot be declared, bound or deleted.',
		direct: 'It compares the routing key with each binding key, letter by letter.',
		fanout: 'It copies every message to everything bound to it, whatever the key.',
		topic:
			'It compares the words of the routing key with each pattern: * is one word, # any number of words.',
		headers:
			'It compares the headers of a message with what each binding asks for; keys do not count.'
	},

	clocks: 'Clocks that run',
	clockOf: (passed: string, whole: string) => `${passed} of ${whole}`,
	clockMeanings: {
		rpc: 'RPC timeout: then the callback gets an error',
		request: 'Timeout filter: then it complains in the log',
		heartbeat: 'Heartbeat: then the silent connection is closed'
	},
	sessions: 'Sessions',
	nobodyYet: 'nobody yet',
	channels: 'Channels',
	nobody: 'nobody',
	decisions: 'Its router’s last decisions, newest first',
	serversSeen: 'The servers it sees',
	decisionCall: 'Call',
	routeParam: 'Route parameter',
	serversOfType: (type: string) => `Servers of the type ${type}`,
	chosen: 'chosen',
	noServerOfType: 'There is no server of this type.',
	gaveNone: 'The router gave no server.',
	gaveUnlisted: (chosen: string) => `The router gave ${chosen}, which is not on the list.`,
	decidedBy: 'Decided by',

	sendRequest: 'Send a request from here',
	route: 'Route',
	message: 'Message (JSON)',
	send: 'Send',
	notJson: 'This is not JSON yet, e.g. {"uid": "alice"}.'
};

export type DetailWords = typeof english;
export const detailWords = new Texts(english, () => import('./zh/details.ts'));
