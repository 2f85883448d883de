// The words of the tables of events and calls. Chinese: zh/tables.ts.
import { Texts } from './texts.svelte.ts';

const english = {
	noEvents: (level: string) =>
		`Nothing has happened yet at the level “${level}”. Press play, or choose a finer step.`,
	eventRows: 'Rows: arrow up and down move the cursor',
	events: 'Events',
	event: 'Event',
	time: 'Time',
	where: 'Where',
	what: 'What happened',

	noCalls: 'No call has begun yet.',
	play: 'Play',
	rows: 'Rows',
	calls: 'Calls',
	call: 'Call',
	caller: 'Caller',
	target: 'Target',
	server: 'Server',
	fate: 'Fate',
	latency: 'Latency',
	id: 'Id',
	strays: 'Stray replies',
	receiver: 'Receiver',
	from: 'From',
	why: 'Why',
	unknown: 'unknown',
	aServer: 'a server',
	fates: {
		waiting: 'waiting',
		answered: 'answered',
		'timed out': 'timed out',
		orphaned: 'orphaned'
	},
	replied: 'waiting: a reply was sent',
	waitingWith: (server: string) => `waiting: with ${server}`,
	overdue: 'no answer, a timer ran out',
	overdueWhy:
		'A timer that the caller set together with the request has run out: it may have given up. The protocol knows no such deadline, so an answer may still come.',
	strayReasons: {
		unknown: 'nobody asked for it',
		'answered already': 'its call was answered already',
		'timed out already': 'its call had run out of time'
	},
	/** Why a call ended or a message was lost, as the trace says it. */
	reason: (text: string) => text
};

export type TableWords = typeof english;
export const tableWords = new Texts(english, () => import('./zh/tables.ts'));
