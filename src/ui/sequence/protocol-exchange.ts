// Which protocol messages on one socket belong together, so that the sequence diagram can draw them as one arrow: opening a
// connection, setting up queues, registering with a master, shaking hands, a heartbeat and its answer. Pure.
import type { Flight } from '#trace';

export type ExchangeKind =
	'connect' | 'set-up' | 'confirms' | 'close' | 'register' | 'handshake' | 'heartbeat';

/** What a protocol message is part of; null for one that stands alone, and for all that carry or settle a message. */
export function exchangeKindOf({ link, message }: Flight): ExchangeKind | null {
	const { method, shape } = message;
	if (shape !== 'protocol') return null;
	if (link.protocol === 'pomelo-monitor') return 'register';
	if (method === 'heartbeat') return 'heartbeat';
	if (method.startsWith('handshake')) return 'handshake';
	if (link.protocol !== 'amqp') return null;
	if (/^(connection|channel)\.close/.test(method)) return 'close';
	if (/^connection\.(un)?blocked$/.test(method)) return null;
	if (/^(protocol-header|connection\.|channel\.)/.test(method)) return 'connect';
	if (method.startsWith('confirm.')) return 'confirms';
	return /^(queue\.|exchange\.|basic\.(qos|consume|cancel))/.test(method) ? 'set-up' : null;
}

/** Protocol messages of one kind on one socket, one after the other. */
export interface ProtocolExchange {
	/** The number of the `link.sent` that began it: its identity. */
	readonly sentSeq: number;
	readonly kind: ExchangeKind;
	/** The machine that began it. */
	readonly from: string;
	/** Messages so far. */
	count: number;
	/** Rows of the diagram from the first message to the last arrival. */
	readonly firstRow: number;
	lastRow: number;
	/** The other side has spoken. */
	isAnswered: boolean;
	lastAt: number;
}

/** An exchange rests at most this many times the way of a message before it is taken for over. */
const restingWays = 4;
/** And this long in any case, microseconds: programs compute between a question and the next. */
const restingUs = 2000;

/** Is a message part of an exchange that began before it on the same socket? */
export function continues(
	exchange: ProtocolExchange,
	kind: ExchangeKind,
	{ link, sentAt }: Flight
): boolean {
	if (exchange.kind !== kind) return false;
	if (sentAt - exchange.lastAt > link.latencyUs * restingWays + restingUs) return false;
	const isBegunAnew = exchange.isAnswered && link.fromNode === exchange.from;
	return !(kind === 'heartbeat' && isBegunAnew);
}
