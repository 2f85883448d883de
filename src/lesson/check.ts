// Declarative assertions over a trace: what a lesson's task asks for, judged on what happened, never on the text of the
// student's code. Each gives a verdict with the event that decided it, so that the page can show where.
import { eventField, traceIndex, type EventList } from '#trace';
import { findEvents, valueText, type EventSelector } from './event-selector.ts';

/** What is to hold. Every form is one word in a `@check` line; see lessons/README.md. */
export type Assertion =
	/** So many events match. */
	| {
			readonly form: 'count';
			readonly events: EventSelector;
			readonly min: number;
			readonly max: number;
	  }
	/** At least one event matches. */
	| { readonly form: 'eventually'; readonly events: EventSelector }
	/** No event matches. */
	| { readonly form: 'never'; readonly events: EventSelector }
	/** The first event of the one comes before the first of the other; both happen. */
	| { readonly form: 'order'; readonly events: EventSelector; readonly then: EventSelector }
	/** The events' values of a field: at least `over` different ones, none more than `slack` times more often than another. */
	| {
			readonly form: 'spread';
			readonly events: EventSelector;
			readonly by: string;
			readonly over: number;
			readonly slack: number;
	  }
	/** Every call that began (and matches) was answered, and there were at least `min`. */
	| {
			readonly form: 'answered';
			readonly caller: string | null;
			readonly target: string | null;
			readonly min: number;
	  }
	/** A process prints these lines, in this order when `ordered`; other lines between them are fine. */
	| {
			readonly form: 'prints';
			readonly process: string;
			readonly lines: readonly string[];
			readonly ordered: boolean;
	  }
	/** Each router decision for a server type takes candidate number (route parameter modulo number of candidates). */
	| { readonly form: 'routed-by-modulo'; readonly serverType: string; readonly min: number };

/** One thing a task asks for. */
export interface Check {
	/** What is asked for, as a sentence that is true when it holds. */
	readonly says: string;
	readonly assertion: Assertion;
}

/** What a check found in one trace. */
export interface Verdict {
	readonly says: string;
	readonly passed: boolean;
	/** What was seen instead; '' when passed. */
	readonly because: string;
	/** The event that shows it best; null when there is none. */
	readonly seq: number | null;
}

/** Judges one trace. */
export function judge(checks: readonly Check[], trace: EventList): readonly Verdict[] {
	return checks.map((check) => {
		const failure = failureOf(check.assertion, trace);
		return failure === null
			? { says: check.says, passed: true, because: '', seq: null }
			: { says: check.says, passed: false, ...failure };
	});
}

interface Failure {
	readonly because: string;
	readonly seq: number | null;
}

function failureOf(assertion: Assertion, trace: EventList): Failure | null {
	switch (assertion.form) {
		case 'count': {
			const found = findEvents(assertion.events, trace);
			if (found.length >= assertion.min && found.length <= assertion.max) return null;
			const because = `it happened ${times(found.length)}, expected ${rangeText(assertion.min, assertion.max)}`;
			return { because, seq: found.at(-1) ?? null };
		}
		case 'eventually':
			return findEvents(assertion.events, trace).length > 0
				? null
				: { because: 'it never happened', seq: null };
		case 'never': {
			const [first] = findEvents(assertion.events, trace);
			return first === undefined ? null : { because: 'it happened', seq: first };
		}
		case 'order':
			return orderFailure(assertion.events, assertion.then, trace);
		case 'spread':
			return spreadFailure(assertion, trace);
		case 'answered':
			return answeredFailure(assertion, trace);
		case 'prints':
			return printsFailure(assertion, trace);
		case 'routed-by-modulo':
			return routedFailure(assertion, trace);
	}
}

function times(number: number): string {
	return number === 0 ? 'never' : number === 1 ? 'once' : `${number} times`;
}

function rangeText(min: number, max: number): string {
	if (min === max) return times(min);
	if (max === Infinity) return `at least ${times(min)}`;
	return `${min} to ${max} times`;
}

function orderFailure(
	events: EventSelector,
	then: EventSelector,
	trace: EventList
): Failure | null {
	const first = findEvents(events, trace)[0];
	const second = findEvents(then, trace)[0];
	if (first === undefined) return { because: 'the first of the two never happened', seq: null };
	if (second === undefined) return { because: 'the second of the two never happened', seq: first };
	return first < second ? null : { because: 'it was the other way round', seq: second };
}

function spreadFailure(
	assertion: Extract<Assertion, { form: 'spread' }>,
	trace: EventList
): Failure | null {
	const index = traceIndex(trace);
	const counts = new Map<string, number>();
	const found = findEvents(assertion.events, trace);
	for (const seq of found) {
		const value = valueText(eventField(trace.event(seq), assertion.by, index));
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const seen = [...counts].map(([value, number]) => `${value} ${times(number)}`).join(', ');
	const seq = found.at(-1) ?? null;
	if (counts.size < assertion.over) {
		return { because: seen === '' ? 'it never happened' : `only ${seen}`, seq };
	}
	const numbers = [...counts.values()];
	return Math.max(...numbers) - Math.min(...numbers) <= assertion.slack
		? null
		: { because: `unevenly: ${seen}`, seq };
}

function answeredFailure(
	assertion: Extract<Assertion, { form: 'answered' }>,
	trace: EventList
): Failure | null {
	const open = new Map<string, number>();
	let begun = 0;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind === 'call.answered') open.delete(event.actor);
		if (event.kind !== 'call.started') continue;
		const { caller, target } = event.data;
		if (assertion.caller !== null && caller !== assertion.caller) continue;
		if (assertion.target !== null && !target.includes(assertion.target)) continue;
		begun += 1;
		open.set(event.actor, seq);
	}
	const [left] = open.values();
	if (left !== undefined) {
		return { because: `${open.size} of ${begun} were not answered`, seq: left };
	}
	return begun >= assertion.min
		? null
		: { because: `there were ${begun} such calls, expected at least ${assertion.min}`, seq: null };
}

function printsFailure(
	assertion: Extract<Assertion, { form: 'prints' }>,
	trace: EventList
): Failure | null {
	const printed: { readonly text: string; readonly seq: number }[] = [];
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind !== 'process.output' || event.data.stream !== 'stdout') continue;
		if (event.actor !== `process:${assertion.process}`) continue;
		printed.push(...event.data.text.split('\n').map((text) => ({ text: text.trim(), seq })));
	}
	let from = 0;
	for (const line of assertion.lines) {
		const at = printed.findIndex(({ text }, index) => index >= from && text === line.trim());
		if (at < 0) {
			const last = printed.at(-1);
			const because = `${assertion.process} did not print "${line.trim()}"`;
			return { because, seq: last?.seq ?? null };
		}
		if (assertion.ordered) from = at + 1;
	}
	return null;
}

function routedFailure(
	assertion: Extract<Assertion, { form: 'routed-by-modulo' }>,
	trace: EventList
): Failure | null {
	const index = traceIndex(trace);
	let decisions = 0;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind !== 'process.note' || event.data.note !== 'pomelo.route-decided') continue;
		if (eventField(event, 'serverType', index) !== assertion.serverType) continue;
		const candidates = eventField(event, 'candidates', index);
		const parameter = Number(eventField(event, 'routeParam', index));
		const chosen = eventField(event, 'chosen', index);
		if (!Array.isArray(candidates) || candidates.length === 0) continue;
		decisions += 1;
		const expected: unknown = candidates[parameter % candidates.length];
		if (chosen === expected) continue;
		const because = `route parameter ${parameter} went to ${valueText(chosen)}, expected ${valueText(expected)}`;
		return { because, seq };
	}
	return decisions >= assertion.min
		? null
		: {
				because: `the router was asked ${times(decisions)}, expected at least ${times(assertion.min)}`,
				seq: null
			};
}
