// Which line of a program the event at the cursor comes from, as far as the text tells: the call that asks for such a
// thing, told apart from others of its kind by the names it holds. A guess from the code, not a recording; where several
// lines fit equally well, none is lit. Pure.
import { traceIndex, type EventList } from '#trace';
import type { LineRange } from '../state/index.ts';

interface Clue {
	readonly process: string;
	/** The line must contain one of these. */
	readonly calls: readonly string[];
	/** Each of these that a line contains makes it likelier. */
	readonly hints: readonly string[];
}

/** Calls of amqplib by the AMQP method they send. */
const callsOfMethod: Readonly<Record<string, readonly string[]>> = {
	'channel.open': ['createChannel(', 'createConfirmChannel('],
	'protocol-header': ['.connect('],
	'queue.declare': ['.assertQueue(', '.checkQueue('],
	'queue.bind': ['.bindQueue('],
	'queue.delete': ['.deleteQueue('],
	'queue.purge': ['.purgeQueue('],
	'exchange.declare': ['.assertExchange('],
	'basic.qos': ['.prefetch('],
	'basic.consume': ['.consume('],
	'basic.publish': ['.sendToQueue(', '.publish('],
	'basic.get': ['.get('],
	'basic.ack': ['.ack('],
	'basic.nack': ['.nack('],
	'basic.reject': ['.reject('],
	'basic.cancel': ['.cancel('],
	'connection.close': ['connection.close(', 'conn.close('],
	'channel.close': ['channel.close(', 'ch.close('],
	'confirm.select': ['createConfirmChannel(']
};

/**
 * The line at work at a cursor, if the code tells.
 *
 * @param mainFiles process name to the file it runs
 */
export function workLine(
	trace: EventList,
	cursor: number,
	files: Readonly<Record<string, string>>,
	mainFiles: ReadonlyMap<string, string>
): LineRange | null {
	if (cursor === 0 || cursor > trace.length) return null;
	const clue = clueOf(trace, cursor - 1);
	if (clue === null) return null;
	const main = mainFiles.get(clue.process);
	const candidates = main !== undefined && !main.endsWith('app.js') ? [main] : Object.keys(files);
	return bestLine(clue, candidates, files);
}

function clueOf(trace: EventList, seq: number): Clue | null {
	const event = trace.event(seq);
	if (event.kind === 'process.output') {
		const process = event.actor.slice('process:'.length);
		const words = event.data.text.match(/[A-Za-z][A-Za-z :]{2,}/g) ?? [];
		return { process, calls: ['console.'], hints: words.map((word) => word.trim()) };
	}
	if (event.kind === 'process.note' && event.data.note === 'pomelo.route-decided') {
		const type = /"serverType":"([^"]+)"/.exec(event.data.json)?.[1] ?? '';
		return { process: '', calls: [`exports.${type} =`, `route('${type}'`], hints: ['exports.'] };
	}
	if (event.kind !== 'link.sent' && event.kind !== 'link.delivered') return null;
	const flight = traceIndex(trace).flightOf(seq);
	if (flight === undefined) return null;
	const { link, message } = flight;
	const { method, route, queue, routingKey } = message.fields;
	if (link.protocol === 'amqp' && event.kind === 'link.sent' && link.fromNode !== 'broker') {
		const calls = callsOfMethod[message.method] ?? [];
		const hints = [queue, routingKey].flatMap((name) =>
			typeof name === 'string' ? [`'${name}'`] : []
		);
		const own = message.shape === 'reply' ? ['replyTo', 'correlationId'] : [];
		return { process: link.fromNode, calls, hints: [...hints, ...own] };
	}
	if (message.method !== 'request') return null;
	if (link.protocol === 'pomelo-client' && typeof route === 'string') {
		const handler = route.slice(route.lastIndexOf('.') + 1);
		return event.kind === 'link.sent'
			? { process: link.fromNode, calls: [`'${route}'`], hints: ['.request('] }
			: { process: '', calls: [`.${handler} = function`], hints: [] };
	}
	if (link.protocol === 'pomelo-rpc' && typeof method === 'string') {
		return event.kind === 'link.sent'
			? { process: '', calls: [`.${method}(`], hints: ['app.rpc.'] }
			: { process: '', calls: [`.${method} = function`], hints: ['exports.'] };
	}
	return null;
}

function bestLine(
	clue: Clue,
	paths: readonly string[],
	files: Readonly<Record<string, string>>
): LineRange | null {
	const fits = paths
		.filter((path) => !path.endsWith('.json'))
		.flatMap((file) =>
			(files[file] ?? '').split('\n').flatMap((line, index) => {
				if (!clue.calls.some((call) => line.includes(call))) return [];
				const score = clue.hints.filter((hint) => line.includes(hint)).length;
				return [{ file, line: index + 1, score }];
			})
		);
	const bestScore = Math.max(...fits.map(({ score }) => score));
	const [best, tied] = fits.filter(({ score }) => score === bestScore);
	if (best === undefined || tied !== undefined) return null;
	return { file: best.file, from: best.line, to: best.line };
}
