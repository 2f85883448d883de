// Everything a client's request led to inside a Pomelo cluster, as one chain: the forward to another server, calls of
// remotes, router decisions, pushes, and the replies. Pure.
import { traceIndex, type Flight, type Trace } from '#trace';
import { isForClient } from './request-origins.ts';

/** The request a call began with; undefined for calls that a client of Pomelo did not make. */
function requestOf(call: number, trace: Trace): Flight | undefined {
	const request = traceIndex(trace).flights.find((flight) => flight.call === call);
	return request?.link.protocol === 'pomelo-client' ? request : undefined;
}

/**
 * The chain of a call a Pomelo client made.
 *
 * @returns sequence numbers of sent messages and router decisions, ascending, the request first; empty for other calls
 */
export function callChain(call: number, trace: Trace): readonly number[] {
	const request = requestOf(call, trace);
	if (request === undefined) return [];
	const index = traceIndex(trace);
	const chain: number[] = [request.sentSeq];
	const led = new Set([request.sentSeq]);
	for (let seq = request.sentSeq + 1; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (!led.has(event.cause)) continue;
		if (event.kind === 'link.delivered') {
			const flight = index.flightOf(seq);
			if (flight !== undefined && isForClient(flight)) continue;
		}
		led.add(seq);
		if (
			event.kind === 'link.sent' &&
			index.flightOf(seq)?.link.protocol.startsWith('pomelo-') === true
		) {
			if (event.data.payload[0] !== 'heartbeat') chain.push(seq);
		} else if (event.kind === 'process.note' && event.data.note === 'pomelo.route-decided') {
			chain.push(seq);
		}
	}
	return chain;
}

/** The messages of that chain. */
export function chainFlights(call: number, trace: Trace): readonly Flight[] {
	const index = traceIndex(trace);
	return callChain(call, trace).flatMap((seq) => index.flightOf(seq) ?? []);
}
