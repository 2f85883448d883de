// One sentence for every kind of event, written for a student: who did what to whom, in the field's own words.
// Exhaustive by type: a new kind does not compile until it has its sentence here or in describe-broker-event.ts.
import { actorName } from '#kernel';
import type { ActorId, Payload } from '#kernel/events';
import type { GuestDelivery, ProcessPace } from '#cluster/events';
import { describeBrokerEvent } from './describe-broker-event.ts';
import { describeFault } from './describe-fault.ts';
import { describeNote } from './describe-note.ts';
import { describeRegistryEvent } from './describe-registry-event.ts';
import type { TraceIndex } from './trace-index.ts';
import type { TraceEvent } from './trace-event.ts';
import { readWireMessage } from './wire-message.ts';
import {
	capital,
	count,
	flightWords,
	messageWords,
	milliseconds,
	quoted,
	sentence,
	shortContent,
	shortName
} from './words.ts';

/** The sentence for an event. `index`: the index of the trace the event is from. */
export function describeEvent(event: TraceEvent, index: TraceIndex): string {
	const name = actorName(event.actor);
	switch (event.kind) {
		case 'run.began':
			return `The run begins with seed ${event.data.seed}.`;
		case 'run.time-zero':
			return event.data.clusterIsUp
				? 'Time 0: the scenario begins.'
				: 'Time 0: the scenario begins, though not every server is up.';
		case 'run.boot-overdue':
			return 'A server takes too long to come up: nobody waits for it any longer.';
		case 'run.intervention':
			return sentence(`Somebody ${event.data.text}`);
		case 'run.limit':
			return `The run reached its limit ${event.data.limit} (${event.data.value}).`;
		case 'run.ended':
			return runEnds[event.data.why];

		case 'process.started': {
			const { file, args, serverType } = event.data;
			const command = shortContent([file, ...args].join(' '));
			const what = serverType === null ? command : `a ${serverType} server (${file})`;
			return index.isRestart(event.seq)
				? `${name} starts again: ${what}.`
				: `${name} starts: ${what}.`;
		}
		case 'process.delivery':
			return sentence(
				`${name} is handed ${deliveryWords(event.actor, event.data.delivery, index)}`
			);
		case 'turn.began': {
			const what = deliveryWords(event.actor, event.data.delivery, index);
			const waited = event.data.waitedUs;
			const pause = waited > 0 ? `, which waited ${milliseconds(waited)}` : '';
			return sentence(`${name} turns to ${what}${pause}`);
		}
		case 'turn.ended':
			return turnEnded(name, event.data);
		case 'process.output':
			return `${name} ${streamVerbs[event.data.stream]} ${quoted(event.data.text)}.`;
		case 'process.note':
			return describeNote(name, event.data.note, event.data.json);
		case 'process.exited':
			return exited(name, event.data);
		case 'process.killed':
			return `${name} is killed: it vanishes without any clean-up.`;
		case 'process.paused':
			return `${name} is paused: it gets no processor, its connections stay, and what arrives waits.`;
		case 'process.continued':
			return `${name} goes on where it was.`;
		case 'process.slowed':
			return pace(name, event.data);
		case 'process.timer-due':
			return `A timer of ${name} is due.`;

		case 'network.configured':
			return `The network is ready: ${milliseconds(event.data.latencyUs)} from any machine to any other.`;
		case 'network.listen':
			return `${event.data.node} listens on port ${event.data.port}.`;
		case 'network.unlisten':
			return `${actorName(event.data.owner)} no longer listens on port ${event.data.port}.`;
		case 'network.gone':
			return `All connections of ${actorName(event.data.owner)} break.`;
		case 'network.connect':
			return `${event.data.node} asks to connect to ${event.data.host}:${event.data.port}.`;
		case 'network.arrived':
			return 'A request to connect reaches its port.';
		case 'network.faults':
		case 'network.message':
		case 'network.missed':
		case 'link.dropped':
		case 'link.duplicated':
		case 'link.delayed':
		case 'link.chosen':
		case 'link.missed':
		case 'link.fault':
			return describeFault(event, index);

		case 'link.opened': {
			const { fromNode, toNode, latencyUs } = event.data;
			return `A line from ${fromNode} to ${toNode} is open, ${milliseconds(latencyUs)} long.`;
		}
		case 'link.sent':
		case 'link.delivered':
			return travel(event, index);
		case 'link.closing': {
			const ends = index.ends(event.actor);
			return `${ends?.fromNode ?? 'One end'} hangs up on ${ends?.toNode ?? 'the other'} (${event.data.why}).`;
		}
		case 'link.closed': {
			const ends = index.ends(event.actor);
			return `${ends?.toNode ?? 'The other end'} notices that ${ends?.fromNode ?? 'the first'} is gone (${event.data.why}).`;
		}

		case 'link.paused':
		case 'link.resumed': {
			const ends = index.ends(event.actor);
			const verb = event.kind === 'link.paused' ? 'does not read' : 'reads again';
			return `${capital(ends?.toNode ?? 'the other end')} ${verb} what ${ends?.fromNode ?? 'the first'} sends.`;
		}

		case 'call.started': {
			const { number, caller, target } = event.data;
			return `Call ${number}: ${caller} calls ${shortName(target)}.`;
		}
		case 'call.received':
			return `Call ${name}: ${event.data.server} has the request.`;
		case 'call.replied':
			return `Call ${name}: ${event.data.server} sends its reply.`;
		case 'call.answered':
			return event.data.server === null
				? `Call ${name} is answered.`
				: `Call ${name} is answered by ${event.data.server}.`;
		case 'call.timed-out':
			return sentence(`Call ${name} ran out of time: ${event.data.why}`);
		case 'call.orphaned':
			return sentence(`Call ${name} will never be answered: ${event.data.why}`);
		case 'call.stray-reply': {
			const { receiver, from, why, key } = event.data;
			const sender = from === null ? '' : ` from ${from}`;
			return `${receiver} gets a reply${sender} that matches no waiting call: ${strayReasons[why]} (${shortName(key)}).`;
		}

		case 'registry.accepted':
		case 'registry.greeted':
		case 'registry.expected':
		case 'registry.registered':
		case 'registry.rejoined':
		case 'registry.started':
		case 'registry.all-started':
		case 'registry.admin':
		case 'registry.admin-reply':
		case 'registry.lost':
		case 'registry.restart-due':
		case 'registry.bad-frame':
			return describeRegistryEvent(event);

		default:
			return describeBrokerEvent(event, index);
	}
}

/** Virtual time and event in words, for a slider's value text. Time is given relative to `zeroUs`. */
export function headline(event: TraceEvent, index: TraceIndex, zeroUs = 0): string {
	return `${milliseconds(event.at - zeroUs)}: ${describeEvent(event, index)}`;
}

const runEnds = {
	horizon: 'The run ends here: its time is up.',
	quiet: 'The run ends: nothing is left to happen.',
	limit: 'The run ends: it reached a limit.',
	cancelled: 'The run was stopped.'
} as const;

const streamVerbs = { stdout: 'prints', stderr: 'reports', log: 'logs' } as const;

const strayReasons = {
	unknown: 'nobody asked for it',
	'answered already': 'its call was answered already',
	'timed out already': 'its call had run out of time'
} as const;

function pace(name: string, { pollUs, turnUs }: ProcessPace): string {
	const more = turnUs === 0 ? '' : `, and ${milliseconds(turnUs)} more for each turn`;
	return `From now on 10,000 steps cost ${name} ${milliseconds(pollUs)}${more}.`;
}

function travel(
	event: Extract<TraceEvent, { kind: 'link.sent' | 'link.delivered' }>,
	index: TraceIndex
): string {
	const ends = index.ends(event.actor);
	const flight = index.flightOf(event.seq);
	if (ends === undefined || flight === undefined) return 'A message travels.';
	const words = flightWords(flight);
	return event.kind === 'link.sent'
		? `${ends.fromNode} sent ${words} to ${ends.toNode}.`
		: `${ends.toNode} received ${words} from ${ends.fromNode}.`;
}

function turnEnded(
	name: string,
	data: Extract<TraceEvent, { kind: 'turn.ended' }>['data']
): string {
	if (data.limit !== null) return `${name} is stopped in the middle of its work: ${data.limit}.`;
	const asked = new Map<string, number>();
	for (const [operation] of data.operations) {
		asked.set(operation, (asked.get(operation) ?? 0) + 1);
	}
	const wishes = [...asked].flatMap(([operation, times]) => {
		const words = operationWords[operation];
		return words === undefined ? [] : [words(times)];
	});
	const cost = data.polls > 0 ? ` after ${count(data.polls, 'step')} of computing` : '';
	return wishes.length === 0
		? `${name} is done${cost}.`
		: `${name} is done${cost}: ${wishes.join(', ')}.`;
}

const operationWords: Readonly<Record<string, (times: number) => string>> = {
	send: (times) => `sends ${count(times, 'message')}`,
	print: (times) => `prints ${count(times, 'line')}`,
	timer: (times) => `sets ${count(times, 'timer')}`,
	connect: (times) => `opens ${count(times, 'connection')}`,
	listen: () => 'listens',
	close: (times) => `closes ${count(times, 'connection')}`,
	exit: () => 'ends itself'
};

/** What a guest is called for, in a few words. */
function deliveryWords(process: ActorId, delivery: GuestDelivery, index: TraceIndex): string {
	const [why, first, second] = delivery;
	switch (why) {
		case 'main':
			return 'its own program';
		case 'timer':
			return 'a timer that is due';
		case 'immediates':
			return 'what it put off for a moment';
		case 'connected':
			return `the news that its connection to ${peer(process, first, index)} is open`;
		case 'refused':
			return `the news that its connection was refused (${String(second)})`;
		case 'accepted':
			return `a new connection on port ${String(first)}`;
		case 'closed':
			return `the news that its connection to ${peer(process, first, index)} is closed`;
		case 'command':
			return `a wish of yours: ${shortContent(String(first))}`;
		case 'drain':
			return 'its own end: nothing is left to wait for';
		case 'data': {
			const ends = index.socket(process, Number(first));
			if (ends === undefined || !Array.isArray(second)) return 'a message';
			const message = readWireMessage(ends.protocol, second as Payload);
			return `${messageWords(ends.protocol, message, null)} from ${ends.toNode}`;
		}
		default:
			return why;
	}
}

function peer(process: ActorId, socketId: unknown, index: TraceIndex): string {
	return index.socket(process, Number(socketId))?.toNode ?? 'another machine';
}

function exited(
	name: string,
	data: Extract<TraceEvent, { kind: 'process.exited' }>['data']
): string {
	if (data.reason === null) return `${name} ends with exit code ${String(data.code)}.`;
	if (data.reason !== 'uncaught') return `${name} is stopped: ${data.reason}.`;
	const [message = ''] = (data.message ?? 'an uncaught error').split('\n');
	const where =
		data.file === null ? '' : ` (${data.file.replace(/^\/app\//, '')}:${String(data.line)})`;
	return sentence(`${name} crashes: ${shortContent(message)}${where}`);
}
