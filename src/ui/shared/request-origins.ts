// What a client of Pomelo did that a message inside the cluster came of: walks the causes back to the request or notify.
// The other way, everything a request led to, is call-chain.ts. Reads a trace as it grows.
import { traceIndex, type Flight, type Trace, type TraceIndex } from '#trace';

export class RequestOrigins {
	readonly #trace: Trace;
	readonly #index: TraceIndex;
	/** Sent message to its origin, for those asked about and what lies between. */
	readonly #known = new Map<number, Flight | null>();

	constructor(trace: Trace) {
		this.#trace = trace;
		this.#index = traceIndex(trace);
	}

	/** The request or notify of a client a message came of, itself included; null when no client began it. */
	of(flight: Flight): Flight | null {
		const passed: number[] = [];
		const origin = this.#walk(flight.sentSeq, passed);
		for (const seq of passed) this.#known.set(seq, origin);
		return origin;
	}

	#walk(sentSeq: number, passed: number[]): Flight | null {
		for (let seq = sentSeq; seq >= 0;) {
			const event = this.#trace.event(seq);
			if (event.kind === 'link.sent') {
				const known = this.#known.get(seq);
				if (known !== undefined) return known;
				passed.push(seq);
				const flight = this.#index.flightOf(seq);
				if (flight !== undefined && isFromClient(flight)) return flight;
			} else if (event.kind === 'link.delivered') {
				const flight = this.#index.flightOf(seq);
				if (flight !== undefined && isForClient(flight)) return null;
			}
			seq = event.cause;
		}
		return null;
	}
}

/** What reaches a client ends the chain: what the client does next is its own. */
export function isForClient({ link, message: { method } }: Flight): boolean {
	return (
		link.protocol === 'pomelo-client' &&
		(method === 'response' || method === 'push' || method === 'kick')
	);
}

function isFromClient({ link, message: { method } }: Flight): boolean {
	return link.protocol === 'pomelo-client' && (method === 'request' || method === 'notify');
}
