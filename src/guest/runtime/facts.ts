// What library code tells the trace beside its operations: facts only it knows, and the framework's own log.

import { hostOp } from './host.ts';
import { JSONStringify } from './primordials.ts';

/** A flat fact: values are primitives or lists of primitives. */
export type Fact = Readonly<
	Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[]>
>;

/** Records a fact in the trace, e.g. `noteFact('pomelo.route-decided', { serverType: 'time', chosen: 'time-server-1' })`. */
export function noteFact(kind: string, fact: Fact): void {
	hostOp('note', kind, JSONStringify(fact));
}

/** Writes to the stream `log`: what a framework prints by itself, apart from the program's own output. No final newline. */
export function frameworkLog(text: string): void {
	hostOp('print', 'log', text);
}
