// Which arrows of the sequence diagram belong to what is selected, and which a lesson points to. Pure.
import type { Arrow } from './arrows-in-view.ts';

/** What is selected on the page, as far as arrows go. */
interface Chosen {
	/** Sequence number of the selected event; null for none. */
	readonly event: number | null;
	/** Number of the selected call; null for none. */
	readonly call: number | null;
	/** `messages`: those a lesson points to, by their `link.sent`. */
	readonly spotlight: { readonly messages: readonly number[] };
}

interface ArrowChoice {
	readonly isSelected: (arrow: Pick<Arrow, 'flight'>) => boolean;
	readonly isLit: (arrow: Pick<Arrow, 'flight'>) => boolean;
}

/** An event selects the arrow it is an end of; without one, a call selects all its arrows. */
export function arrowChoice({ event, call, spotlight }: Chosen): ArrowChoice {
	return {
		isSelected: ({ flight }) =>
			event === null
				? call !== null && flight.call === call
				: event === flight.sentSeq || event === flight.arrivedSeq,
		isLit: ({ flight }) => spotlight.messages.includes(flight.sentSeq)
	};
}
