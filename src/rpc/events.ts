// What happens to a call, whatever protocol carries it. Types only.

export type CallProtocol = 'amqp' | 'pomelo' | 'pomelo-client';

/** `definite` in design words: only `answered` is certain knowledge; the caller cannot tell the rest apart. */
export type CallStatus = 'waiting' | 'answered' | 'timed out' | 'orphaned';

export interface CallStarted {
	/** Number of the call in the run, from 1: its colour and label. */
	readonly number: number;
	readonly protocol: CallProtocol;
	/** Process name. */
	readonly caller: string;
	/** Queue, route or remote method asked for. */
	readonly target: string;
	/** Correlation id or message id as the protocol shows it. */
	readonly key: string;
}

export type CallEvent =
	| { readonly kind: 'call.started'; readonly data: CallStarted }
	/** The request reached a process that can answer. Again after a redelivery. */
	| { readonly kind: 'call.received'; readonly data: { readonly server: string } }
	/** A server sent its reply. */
	| { readonly kind: 'call.replied'; readonly data: { readonly server: string } }
	/** The reply reached the caller. */
	| { readonly kind: 'call.answered'; readonly data: { readonly server: string | null } }
	/** Nobody will answer in time: Pomelo's RPC timeout, an expired AMQP request. */
	| { readonly kind: 'call.timed-out'; readonly data: { readonly why: string } }
	/** No live process can answer any more. */
	| { readonly kind: 'call.orphaned'; readonly data: { readonly why: string } }
	/** A reply that matches nothing: unknown key, or answered already. Actor `call:stray`. */
	| {
			readonly kind: 'call.stray-reply';
			readonly data: {
				readonly protocol: CallProtocol;
				readonly key: string;
				readonly receiver: string;
				readonly from: string | null;
				readonly why: 'unknown' | 'answered already' | 'timed out already';
			};
	  };
