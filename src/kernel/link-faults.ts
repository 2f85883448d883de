// What a person may do to messages on a link, on purpose: faults that stand on the whole link, and faults of one chosen
// message. Pure bookkeeping; the link itself is in link.ts.
import type { Payload } from './events.ts';
import type { Random } from './random.ts';
import type { Micros } from './time.ts';

/** `drop` loses a message, `duplicate` delivers it twice, `delay` adds extraUs (order kept), `reorder` adds extraUs to this one only. */
export type LinkFaultKind = 'drop' | 'duplicate' | 'delay' | 'reorder';

/** What a link may do to a message. Applies to the messages sent while it stands; a link has at most one of each kind. */
export interface LinkFault {
	readonly kind: LinkFaultKind;
	/** How many of the next messages it touches; Infinity is written as -1. */
	readonly count: number;
	/** Parts in 10,000 of messages touched (10,000 = each). */
	readonly chance: number;
	readonly extraUs: Micros;
}

/** A fault of one message: the `nth` (from 1) of its method that the sender puts on this link. */
export interface MessageFault {
	readonly kind: LinkFaultKind;
	/** The first item of the payload, e.g. `basic.publish`. */
	readonly method: string;
	readonly nth: number;
	readonly extraUs: Micros;
	/** Number of the intervention it comes from. */
	readonly by: number;
}

/** How many messages of a method were put on a link. */
export interface MethodCount {
	readonly method: string;
	readonly sent: number;
}

/** What happens to one message. */
export interface Touch {
	readonly isDropped: boolean;
	readonly isDuplicated: boolean;
	/** Does it lose its place, so that later ones overtake it? */
	readonly isReordered: boolean;
	readonly extraUs: Micros;
	/** Number of the intervention that chose this very message; undefined for a fault of the whole link. */
	readonly by: number | undefined;
}

/** The method of a payload: its first item. */
export function methodOf(payload: Payload): string {
	return String(payload[0]);
}

/** The counts after one more message of a method. */
export function countSent(counts: readonly MethodCount[], method: string): readonly MethodCount[] {
	const index = counts.findIndex((count) => count.method === method);
	const known = counts[index];
	if (known === undefined) return [...counts, { method, sent: 1 }];
	const next = counts.slice();
	next[index] = { method, sent: known.sent + 1 };
	return next;
}

/** How many messages of a method were sent so far. */
export function sentOf(counts: readonly MethodCount[], method: string): number {
	return counts.find((count) => count.method === method)?.sent ?? 0;
}

/** Adds faults to those that stand; one of the same kind is replaced. */
export function addFaults(
	standing: readonly LinkFault[],
	added: readonly LinkFault[]
): readonly LinkFault[] {
	const kinds = new Set(added.map((fault) => fault.kind));
	return [...standing.filter((fault) => !kinds.has(fault.kind)), ...added];
}

/** What the faults of a link do to the next message, and what is left of them. */
export function takeFaults(
	faults: readonly LinkFault[],
	chosen: MessageFault | undefined,
	random: Random
): { readonly touch: Touch; readonly faults: readonly LinkFault[] } {
	const hits = faults.filter(
		(fault) => fault.chance >= 10_000 || random.below(10_000) < fault.chance
	);
	const left = faults.flatMap((fault) => {
		if (fault.count < 0 || !hits.includes(fault)) return [fault];
		return fault.count <= 1 ? [] : [{ ...fault, count: fault.count - 1 }];
	});
	const acting = chosen === undefined ? hits : [chosen, ...hits];
	const has = (kind: LinkFaultKind) => acting.some((fault) => fault.kind === kind);
	const late = acting.filter(({ kind }) => kind === 'delay' || kind === 'reorder');
	const touch: Touch = {
		isDropped: has('drop'),
		isDuplicated: has('duplicate'),
		isReordered: has('reorder'),
		extraUs: late.reduce((sum, fault) => sum + fault.extraUs, 0),
		by: chosen?.by
	};
	return { touch, faults: left };
}
