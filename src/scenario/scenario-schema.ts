// The shape of a scenario as a schema: used to read untrusted scenarios and, turned into JSON Schema, published as
// public/schema/scenario.schema.json. What depends on two fields at once is checked in parse-scenario.ts.
import * as v from 'valibot';
import { defaultLimits, type Limits } from '#kernel';
import { interventionSchema } from './intervention-schema.ts';
import { at, latency, name, path, processSpec, wholeFrom } from './schema-fields.ts';

/**
 * How far a scenario may raise a limit. Scenarios come from strangers, by a link: the page that follows it has to stay alive,
 * so what bounds a whole run's memory can only be lowered.
 */
const raisedMax = {
	turnPollsMax: 10 * defaultLimits.turnPollsMax,
	heapBytesMax: 4 * defaultLimits.heapBytesMax,
	stackBytesMax: defaultLimits.stackBytesMax,
	turnOperationsMax: 10 * defaultLimits.turnOperationsMax,
	turnSentBytesMax: 4 * defaultLimits.turnSentBytesMax,
	liveTimersMax: 10 * defaultLimits.liveTimersMax,
	consoleBytesMax: 10 * defaultLimits.consoleBytesMax,
	turnsMax: 10 * defaultLimits.turnsMax,
	eventsMax: defaultLimits.eventsMax,
	traceBytesMax: defaultLimits.traceBytesMax
} satisfies Limits;

const limitUpTo = (most: number) =>
	v.optional(v.pipe(wholeFrom(1), v.maxValue(most, `at most ${most}`)));
const limits = v.strictObject(
	Object.fromEntries(
		Object.entries(raisedMax).map(([key, most]) => [key, limitUpTo(most)])
	) as Record<keyof Limits, ReturnType<typeof limitUpTo>>
);

export const scenarioSchema = v.strictObject({
	$schema: v.optional(v.pipe(v.string(), v.description('Address of this schema, for editors.'))),
	version: v.literal(1),
	id: v.optional(
		v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits, dashes'))
	),
	title: v.optional(v.string()),
	description: v.optional(v.string()),
	files: v.pipe(
		v.record(path, v.string()),
		v.description('Path to source text. A scenario.json in a folder may list paths instead.')
	),
	processes: v.array(processSpec),
	pomelo: v.optional(
		v.strictObject({
			dir: v.union([v.literal(''), path]),
			env: v.pipe(v.string(), v.regex(/^[\w-]+$/, 'a word')),
			profile: v.optional(
				v.pipe(
					v.picklist(['2.2.7', '1.2', '0.8']),
					v.description(
						'The release of Pomelo whose way of telling callers of failed remote calls applies. Default 2.2.7.'
					)
				)
			),
			startOrder: v.optional(
				v.pipe(
					v.picklist(['file', 'shuffled']),
					v.description(
						'In which order the servers join, and stand in every server list: as in servers.json (default), or by chance of the seed, as in production.'
					)
				)
			)
		})
	),
	links: v.optional(
		v.strictObject({
			latencyMs: v.optional(latency),
			jitterMs: v.optional(latency),
			between: v.optional(v.array(v.strictObject({ a: name, b: name, latencyMs: latency })))
		})
	),
	brokerVersion: v.optional(
		v.pipe(
			v.picklist(['3.10', '4.0', '4.3']),
			v.description('The release of RabbitMQ the broker behaves like. Default 3.10.')
		)
	),
	interventions: v.optional(v.array(interventionSchema)),
	seed: v.optional(v.pipe(wholeFrom(0), v.maxValue(0xffff_ffff, 'at most 4,294,967,295'))),
	limits: v.optional(limits),
	pollUs: v.optional(v.pipe(wholeFrom(1), v.maxValue(60_000_000, 'at most 60,000,000'))),
	startDate: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/,
				'an ISO date-time with zone, e.g. 2025-01-01T09:00:00Z'
			)
		)
	),
	durationMs: v.optional(at)
});
