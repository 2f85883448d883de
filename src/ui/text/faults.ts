// The words of everything a person can do to a run: what is offered, what it stands for, what was done, what came of it.
// Chinese: zh/faults.ts.
import type { Intervention } from '#scenario';
import type { ChoiceId, WireWay } from '../faults/fault-choices.ts';
import type { FieldName } from '../faults/fault-fields.ts';
import { Texts } from './texts.svelte.ts';

/** An intervention as a person would ask for it: `Kill rpc_server_1`. */
function deed(intervention: Intervention): string {
	switch (intervention.do) {
		case 'start':
			return `Start ${intervention.process.name}`;
		case 'restart':
			return `Restart ${intervention.process}`;
		case 'kill':
			return `Kill ${intervention.process}`;
		case 'pause':
			return `Pause ${intervention.process}`;
		case 'continue':
			return `Let ${intervention.process} go on`;
		case 'slow': {
			const { process, factor = 1, extraMs = 0 } = intervention;
			if (factor === 1 && extraMs === 0) return `Give ${process} its full speed`;
			const turn = extraMs === 0 ? '' : `, ${String(extraMs)} ms more a turn`;
			return `Slow ${process}: computing ×${String(factor)}${turn}`;
		}
		case 'request':
			return `Have ${intervention.process} request ${intervention.route}`;
		case 'link': {
			const { from, to, both, fault, count, chance = 10_000, extraMs = 0 } = intervention;
			const wire = `the wire ${from} ${both === true ? '↔' : '→'} ${to}`;
			if (fault === 'cut') return `Cut ${wire}`;
			if (fault === 'mend') return `Mend ${wire}`;
			const share = chance === 10_000 ? '' : `${String(chance / 100)} % of `;
			const touched = count ?? (fault === 'drop' || fault === 'duplicate' ? 1 : -1);
			const which = touched < 0 ? `${share}messages` : `${share}the next ${String(touched)}`;
			if (fault === 'drop') return `Lose ${which} on ${wire}`;
			if (fault === 'duplicate') return `Double ${which} on ${wire}`;
			if (fault === 'delay') return `Slow ${wire} by ${String(extraMs)} ms`;
			return `Hold ${which} back ${String(extraMs)} ms on ${wire}`;
		}
		case 'message': {
			const { from, to, connection = 1, method, nth, fault, extraMs = 100 } = intervention;
			const where = connection === 1 ? '' : `, connection ${String(connection)}`;
			const which = `${method} no. ${String(nth)} (${from} → ${to}${where})`;
			if (fault === 'drop') return `Lose ${which}`;
			if (fault === 'duplicate') return `Deliver ${which} twice`;
			if (fault === 'delay') return `Delay ${which} by ${String(extraMs)} ms`;
			return `Hold ${which} back ${String(extraMs)} ms`;
		}
		case 'broker': {
			if (intervention.what === 'memory-alarm') return 'Let the broker run low on memory';
			if (intervention.what === 'memory-clear') return 'Give the broker memory again';
			return `Restart the broker, down for ${String(intervention.downMs ?? 1000)} ms`;
		}
	}
}

function at(ms: number): string {
	return `${ms.toFixed(2)} ms`;
}

const english = {
	deed,
	at,
	choice: {
		kill: 'Kill here',
		restart: 'Restart here',
		pause: 'Pause here',
		continue: 'Continue here',
		slow: 'Slow down here',
		'full-speed': 'Full speed again',
		'broker-restart': 'Restart the broker here',
		'memory-alarm': 'Memory alarm here',
		'memory-clear': 'End the memory alarm here',
		cut: 'Cut it here',
		lag: '100 ms slower from here',
		lossy: 'Lose one message in five',
		mend: 'Mend it here',
		drop: 'Lose this message',
		delay: 'Delay it by 100 ms',
		duplicate: 'Deliver it twice',
		reorder: 'Let later ones overtake it'
	} satisfies Record<ChoiceId, string>,
	/** What each stands for in the world of TCP and operating systems. */
	meaning: {
		kill: 'As kill -9: no clean-up; its connections close.',
		restart: 'Killed if it runs, then started with the same arguments.',
		pause:
			'As SIGSTOP: connections stay, messages wait for it. With heartbeats on, RabbitMQ would hang up in time; here there are none.',
		continue: 'As SIGCONT: it goes on where it was and finds what waited.',
		slow: 'A busy machine: computing ×10 and 50 ms more each turn.',
		'full-speed': 'Computing costs what it did at first.',
		'broker-restart': 'Down for one second; durable queues and persistent messages survive.',
		'memory-alarm': 'The broker stops reading from whoever publishes.',
		'memory-clear': 'It reads again; what waited arrives.',
		cut: 'Packets vanish and neither end is told. TCP would keep sending them again; here what is sent meanwhile is lost for good.',
		lag: 'A longer way: order and content stay. TCP can do this.',
		lossy:
			'Beyond TCP, which sends lost packets again: stands for a proxy or a bug that swallows messages.',
		mend: 'Takes all faults off this wire.',
		drop: 'Beyond TCP, which would send it again: stands for a proxy or a bug that lost it.',
		delay: 'It and what follows on this connection arrive later. TCP can do this.',
		duplicate: 'Beyond TCP, which delivers once: stands for a sender that tried again.',
		reorder:
			'Beyond TCP, which keeps the order on a connection: stands for messages that took two ways.'
	} satisfies Record<ChoiceId, string>,
	menuOf: {
		process: (name: string) => name,
		broker: 'The broker',
		wire: (a: string, b: string) => `Wire ${a} – ${b}`,
		message: (method: string, from: string, to: string) => `${method}, ${from} → ${to}`
	},
	actOn: (what: string) => `Act on ${what}`,
	ways: 'Direction',
	way: (way: WireWay, a: string, b: string) =>
		way === 'both' ? 'both ways' : way === 'there' ? `${a} → ${b}` : `${b} → ${a}`,
	wireTo: (peer: string) => `The wire to ${peer}…`,
	wireOf: (from: string, to: string) => `Its wire, ${from} – ${to}…`,
	tooEarly: 'Sent before the scenario’s time 0: nothing can be done to it.',
	truth: 'What these stand for',

	done: (ms: string) => `At ${ms}`,
	forked: (ms: string) => `The run forks at ${ms}`,
	anew: 'What came after is computed anew.',
	gaveUp: (count: number) =>
		count === 1
			? 'Something you had done later is given up:'
			: `${String(count)} things you had done later are given up:`,
	keep: 'Keep them',
	keepOne: 'Keep it',
	undo: 'Undo',
	redo: 'Redo',
	change: 'Change…',
	dismiss: 'Dismiss',
	removed: 'Removed',
	edited: 'Changed',
	cleared: (count: number) => `${String(count)} interventions cleared`,
	nothingToUndo: 'Nothing to undo.',
	onlyTyping: 'Nothing to undo here. What was typed is taken back in the editor.',
	nothingToRedo: 'Nothing to do again.',
	undone: (label: string) => `Undone: ${label}`,
	redone: (label: string) => `Done again: ${label}`,

	list: 'Faults',
	listOf: (count: number) => (count === 0 ? 'Faults' : `Faults (${String(count)})`),
	listTitle: 'What is done to this run',
	empty:
		'Nothing yet. Right-click (or long-press) a figure, a line or a message on the stage, or select it and press F.',
	ofScenario: 'from the scenario',
	jump: (what: string) => `Go to: ${what}`,
	edit: (what: string) => `Change: ${what}`,
	remove: (what: string) => `Remove: ${what}`,
	clearAll: 'Clear all',
	close: 'Close',
	apply: 'Apply',
	cancel: 'Cancel',
	outcome: {
		waits: 'The run does not get this far.',
		pending: 'The message has not been sent so far.',
		'not-running': 'No effect: the process is not running then.',
		missed: 'No longer fits this run: there is no such message any more, or it is sent before this.'
	},
	field: {
		at: 'Time (ms)',
		process: 'Process',
		factor: 'Computing costs ×',
		turnMs: 'More each turn (ms)',
		extraMs: 'Later by (ms)',
		downMs: 'Down for (ms)',
		from: 'From',
		to: 'To',
		both: 'Both ways',
		fault: 'What happens',
		count: 'Messages (-1: all)',
		chance: 'Chance (%)',
		method: 'Message',
		nth: 'Which one',
		connection: 'On connection',
		what: 'What happens',
		route: 'Route'
	} satisfies Record<FieldName, string>,
	faults: {
		cut: 'cut',
		mend: 'mended',
		drop: 'lost',
		duplicate: 'delivered twice',
		delay: 'late',
		reorder: 'overtaken',
		restart: 'restart',
		'memory-alarm': 'low on memory',
		'memory-clear': 'memory again'
	} as Readonly<Record<string, string>>,

	advice: {
		dropped:
			'A fault of yours took it off the wire. TCP would notice the missing acknowledgement and send it again, so on a healthy connection this cannot happen: it stands for a proxy, a load balancer or a bug that lost a message. Whoever waits for an answer will wait until a timeout.',
		droppedAttempt:
			'Give the caller a timeout and a retry, and make the server able to take the same request twice.',
		cut: 'The wire is cut: packets vanish, and neither end is told. TCP would keep the data and send it again for minutes; here what is sent during the cut is lost for good.',
		cutAttempt:
			'Heartbeats are how programs notice a dead connection; a timeout on each call limits the wait.',
		duplicated:
			'TCP delivers everything once. A second copy stands for a sender that got no confirmation and tried again.',
		duplicatedAttempt: 'Let the receiver recognise what it has seen, by message or correlation id.',
		reordered:
			'TCP keeps the order on one connection. Overtaking stands for messages that took different connections or brokers.',
		reorderedAttempt:
			'Do not rely on order between messages: match replies by correlation id, not by turn.',
		missed:
			'A fault names its message by connection, method and count. In this run there is no such message, or it was sent before the fault stood.',
		missedAttempt: 'Open the list of faults and change its time or its count, or remove it.',
		paused:
			'The process gets no processor, as with SIGSTOP. Its connections stay open, so others keep sending; everything waits in its queue. RabbitMQ with heartbeats on would close the connection after two missed ones.'
	}
};

export type FaultWords = typeof english;
export const faultWords = new Texts(english, () => import('./zh/faults.ts'));
