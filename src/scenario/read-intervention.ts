// One intervention, or a list of them, from text of their own: a lesson's button, a fault plan.
import * as v from 'valibot';
import { bad, good, parseJson, type Parsed } from './problem.ts';
import { interventionSchema } from './intervention-schema.ts';
import type { Intervention } from './intervention.ts';
import { shapeProblems } from './shape-problems.ts';

/** An intervention without its time, as JSON; it gets time 0. */
export function readIntervention(text: string): Parsed<Intervention> {
	const json = parseJson(text, '');
	if (!json.ok) return json;
	return hold(interventionSchema, { at: 0, ...(json.value as object) });
}

const title = v.pipe(v.string(), v.nonEmpty('some text'));
const planSchema = v.strictObject({
	title,
	zh: v.optional(v.strictObject({ title })),
	interventions: v.pipe(v.array(interventionSchema), v.minLength(1, 'at least one'))
});

/** A fault plan: what happens, in words (in Chinese, too, if it says so) and as interventions with their times. */
export function readFaultPlan(text: string): Parsed<{
	readonly title: string;
	readonly zh?: { readonly title: string };
	readonly interventions: readonly Intervention[];
}> {
	const json = parseJson(text, '');
	return json.ok ? hold(planSchema, json.value) : json;
}

function hold<T>(schema: v.GenericSchema, value: unknown): Parsed<T> {
	const read = v.safeParse(schema, value);
	// The schema's output differs from ours only in saying `| undefined` where a field may be absent.
	return read.success ? good(read.output as T) : bad(shapeProblems(read.issues));
}
