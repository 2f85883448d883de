// How coarse each kind of event is: at which level of detail it is a step of its own. One table, exhaustive by type.
import type { TraceEvent, TraceKind } from './trace-event.ts';

/** From coarse to fine: the fate of calls; messages between machines; the protocol; everything. */
export type DetailLevel = 'calls' | 'messages' | 'protocol' | 'everything';

export const detailLevels: readonly DetailLevel[] = ['calls', 'messages', 'protocol', 'everything'];

/** The coarsest level at which an event is shown. */
export function detailOf(event: TraceEvent): DetailLevel {
	if (event.kind === 'link.sent' || event.kind === 'link.delivered') {
		return carriers.has(String(event.data.payload[0])) ? 'messages' : 'protocol';
	}
	// The framework's own log and the smaller facts of a session are not what a program says.
	if (event.kind === 'process.output' && event.data.stream === 'log') return 'protocol';
	if (event.kind === 'process.note' && event.data.note !== 'pomelo.route-decided')
		return 'protocol';
	return levels[event.kind];
}

/** Is an event shown when this level is chosen? */
export function isShownAt(level: DetailLevel, event: TraceEvent): boolean {
	return ranks[detailOf(event)] <= ranks[level];
}

const ranks: Readonly<Record<DetailLevel, number>> = {
	calls: 0,
	messages: 1,
	protocol: 2,
	everything: 3
};

/** Methods and packages that carry somebody's message, rather than keep a protocol going. */
const carriers = new Set([
	'basic.publish',
	'basic.deliver',
	'basic.get-ok',
	'basic.return',
	'basic.ack',
	'basic.nack',
	'basic.reject',
	'request',
	'reply',
	'response',
	'notify',
	'push',
	'kick'
]);

const levels: Readonly<Record<TraceKind, DetailLevel>> = {
	'run.began': 'everything',
	'run.time-zero': 'calls',
	'run.boot-overdue': 'calls',
	'run.intervention': 'calls',
	'run.limit': 'calls',
	'run.ended': 'calls',
	'process.started': 'calls',
	'process.exited': 'calls',
	'process.killed': 'calls',
	'process.output': 'messages',
	'process.note': 'messages',
	'process.delivery': 'everything',
	'process.timer-due': 'everything',
	'turn.began': 'everything',
	'turn.ended': 'everything',
	'network.configured': 'everything',
	'network.listen': 'protocol',
	'network.unlisten': 'protocol',
	'network.gone': 'everything',
	'network.connect': 'protocol',
	'network.arrived': 'everything',
	'network.faults': 'messages',
	'link.opened': 'everything',
	'link.sent': 'messages',
	'link.delivered': 'messages',
	'link.dropped': 'messages',
	'link.duplicated': 'messages',
	'link.delayed': 'messages',
	'link.fault': 'messages',
	'link.closing': 'protocol',
	'link.closed': 'protocol',
	'call.started': 'calls',
	'call.received': 'messages',
	'call.replied': 'messages',
	'call.answered': 'calls',
	'call.timed-out': 'calls',
	'call.orphaned': 'calls',
	'call.stray-reply': 'calls',
	'registry.accepted': 'everything',
	'registry.greeted': 'everything',
	'registry.expected': 'protocol',
	'registry.registered': 'protocol',
	'registry.rejoined': 'protocol',
	'registry.started': 'protocol',
	'registry.all-started': 'protocol',
	'registry.admin': 'protocol',
	'registry.admin-reply': 'protocol',
	'registry.lost': 'protocol',
	'registry.bad-frame': 'protocol',
	'connection.accepted': 'everything',
	'connection.lost': 'protocol',
	'protocol.header': 'everything',
	'connection.start-ok': 'everything',
	'connection.tune-ok': 'everything',
	'connection.open': 'everything',
	'connection.close': 'everything',
	'connection.close-ok': 'everything',
	'connection.admitted': 'protocol',
	'connection.channel-closed': 'everything',
	'connection.failed': 'messages',
	'channel.open': 'everything',
	'channel.opened': 'protocol',
	'channel.gone': 'everything',
	'channel.close': 'everything',
	'channel.close-ok': 'everything',
	'channel.answered': 'everything',
	'channel.refused': 'messages',
	'exchange.declare': 'everything',
	'exchange.delete': 'everything',
	'exchange.bind': 'everything',
	'exchange.unbind': 'everything',
	'queue.declare': 'everything',
	'queue.bind': 'everything',
	'queue.unbind': 'everything',
	'queue.purge': 'everything',
	'queue.delete': 'everything',
	'basic.qos': 'everything',
	'basic.consume': 'everything',
	'basic.cancel': 'everything',
	'basic.publish': 'everything',
	'basic.get': 'everything',
	'basic.ack': 'everything',
	'basic.nack': 'everything',
	'basic.reject': 'everything',
	'basic.recover': 'everything',
	'confirm.select': 'everything',
	'queue.delivered': 'messages',
	'queue.got': 'messages',
	'consumer.started': 'protocol',
	'consumer.cancelled': 'protocol',
	'publish.confirmed': 'protocol',
	'publish.returned': 'messages',
	'reply.delivered': 'messages',
	'reply.checked': 'everything',
	'credit.asked': 'everything',
	'credit.returned': 'everything',
	'vhost.created': 'everything',
	'vhost.connected': 'everything',
	'vhost.connection-gone': 'everything',
	'vhost.declare-queue': 'everything',
	'vhost.bind-queue': 'everything',
	'vhost.unbind-queue': 'everything',
	'vhost.declare-exchange': 'everything',
	'vhost.delete-exchange': 'everything',
	'vhost.bind-exchange': 'everything',
	'vhost.unbind-exchange': 'everything',
	'vhost.queue-gone': 'everything',
	'vhost.exchange-gone': 'everything',
	'exchange.declared': 'protocol',
	'exchange.publish': 'protocol',
	'exchange.faulty': 'protocol',
	'exchange.forwarded': 'protocol',
	'exchange.bound': 'protocol',
	'exchange.unbound': 'protocol',
	'exchange.removed': 'protocol',
	'exchange.unroutable': 'messages',
	'queue.declared': 'protocol',
	'queue.checked': 'everything',
	'queue.enqueued': 'messages',
	'queue.consume': 'everything',
	'queue.cancel': 'protocol',
	'queue.get': 'everything',
	'queue.acked': 'messages',
	'queue.requeued': 'messages',
	'queue.rejected': 'messages',
	'queue.channel-gone': 'protocol',
	'queue.purged': 'protocol',
	'queue.removed': 'protocol',
	'queue.expired': 'messages',
	'queue.idle': 'protocol',
	'queue.limited': 'everything',
	'queue.credited': 'everything',
	'queue.resumed': 'everything',
	'queue.dropped': 'messages'
};
