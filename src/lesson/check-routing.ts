// Assertions about the decisions of a Pomelo router.
import { eventField, traceIndex, type EventList } from '#trace';
import type { Assertion, Failure } from './assertion.ts';
import { valueText } from './event-selector.ts';

/** Each decision took the candidate number (route parameter modulo number of candidates). */
export function routedFailure(
	{ serverType, min }: Extract<Assertion, { form: 'routed-by-modulo' }>,
	trace: EventList
): Failure | null {
	const index = traceIndex(trace);
	let decisions = 0;
	for (let seq = 0; seq < trace.length; seq++) {
		const event = trace.event(seq);
		if (event.kind !== 'process.note' || event.data.note !== 'pomelo.route-decided') continue;
		if (eventField(event, 'serverType', index) !== serverType) continue;
		const candidates = eventField(event, 'candidates', index);
		const parameter = Number(eventField(event, 'routeParam', index));
		const chosen = eventField(event, 'chosen', index);
		if (!Array.isArray(candidates) || candidates.length === 0) continue;
		decisions += 1;
		const expected: unknown = candidates[parameter % candidates.length];
		if (chosen === expected) continue;
		return {
			because: {
				kind: 'misrouted',
				parameter,
				chosen: typeof chosen === 'string' ? chosen : null,
				expected: valueText(expected)
			},
			seq
		};
	}
	if (decisions >= min) return null;
	return { because: { kind: 'too-few-decisions', count: decisions, min }, seq: null };
}
