// Sentences for faults of the network: what a person made the wires do, and what became of the messages. Where a fault is
// more than TCP would do to a healthy connection, the sentence says so.
import type { LinkFault, LinkFaultKind } from '#kernel';
import type { TraceIndex } from './trace-index.ts';
import type { TraceEvent } from './trace-event.ts';
import { capital, flightWords, milliseconds, sentence } from './words.ts';

export type FaultEvent = Extract<
	TraceEvent,
	{
		kind:
			| 'network.faults'
			| 'network.message'
			| 'network.missed'
			| 'link.dropped'
			| 'link.duplicated'
			| 'link.delayed'
			| 'link.chosen'
			| 'link.missed'
			| 'link.fault';
	}
>;

/** The sentence for an event about a fault. */
export function describeFault(event: FaultEvent, index: TraceIndex): string {
	switch (event.kind) {
		case 'network.faults': {
			const { from, to, fault } = event.data;
			if (fault === 'cut') return `The wire from ${from} to ${to} is cut.`;
			if (fault === 'mend') return `The wire from ${from} to ${to} is mended.`;
			return `The wire from ${from} to ${to} will ${standing(event.data)}.`;
		}
		case 'network.message': {
			const { from, to, method, kind } = event.data;
			return `One ${method} from ${from} to ${to} is chosen: it will ${fates[kind]}.`;
		}
		case 'network.missed':
			return sentence(`The chosen message cannot be touched: ${event.data.why}`);
		case 'link.dropped': {
			const flight = index.flightOf(event.seq);
			const what = flight === undefined ? 'A message' : flightWords(flight);
			const lost = `${capital(what)} ${between(event, index)} is lost`;
			return event.data.why === 'dropped on purpose'
				? `${lost} on purpose, where TCP would send it again.`
				: `${lost}: ${event.data.why}.`;
		}
		case 'link.duplicated':
			return `A second copy of a message goes out to ${receiver(event, index)} on purpose, where TCP would deliver it once.`;
		case 'link.delayed': {
			const late = `A message to ${receiver(event, index)} will be ${milliseconds(event.data.extraUs)} late, on purpose`;
			return event.data.isReordered === true
				? `${late}: others may overtake it, where TCP would keep the order.`
				: `${late}.`;
		}
		case 'link.chosen':
			return `One ${event.data.method} ${between(event, index)} will ${fates[event.data.kind]} when it is sent.`;
		case 'link.missed':
			return `A fault meant for one message ${between(event, index)} no longer fits this run: ${event.data.why}.`;
		case 'link.fault': {
			const line = `The line ${between(event, index)}`;
			if (event.data.cut) {
				return `${line} is cut: what is sent vanishes, and neither end is told.`;
			}
			const [first] = event.data.faults;
			return first === undefined ? `${line} works again.` : `${line} will ${standing(first)}.`;
		}
	}
}

const fates: Readonly<Record<LinkFaultKind, string>> = {
	drop: 'be lost',
	duplicate: 'be delivered twice',
	delay: 'be late',
	reorder: 'be overtaken by later ones'
};

/** What a fault of a whole wire does, behind `will`. */
function standing(fault: {
	readonly kind?: LinkFault['kind'];
	readonly fault?: string;
	readonly count: number;
	readonly chance: number;
	readonly extraUs: number;
}): string {
	const which =
		fault.count < 0
			? 'messages'
			: fault.count === 1
				? 'one message'
				: `${String(fault.count)} messages`;
	const share = fault.chance >= 10_000 ? '' : ` with a chance of ${String(fault.chance / 100)} %`;
	const late = milliseconds(fault.extraUs);
	switch (fault.kind ?? fault.fault) {
		case 'drop':
			return `lose ${which}${share}`;
		case 'duplicate':
			return `deliver ${which} twice${share}`;
		case 'delay':
			return `deliver ${which} ${late} later${share}`;
		default:
			return `deliver ${which} ${late} later and out of order${share}`;
	}
}

function between(event: FaultEvent, index: TraceIndex): string {
	const ends = index.ends(event.actor);
	return `from ${ends?.fromNode ?? '?'} to ${ends?.toNode ?? '?'}`;
}

function receiver(event: FaultEvent, index: TraceIndex): string {
	return index.ends(event.actor)?.toNode ?? 'the other end';
}
