// The shape of a scenario as a schema: used to read untrusted scenarios and, turned into JSON Schema, published as
// public/schema/scenario.schema.json. What depends on two fields at once is checked in parse-scenario.ts.
import * as v from 'valibot';
import { defaultLimits, type Limits } from '#kernel';

const at = v.pipe(
	v.number(),
	v.minValue(0, 'at least 0'),
	v.maxValue(86_400_000, 'at most 86,400,000 (a day)'),
	v.description('Milliseconds after time 0.')
);
const latency = v.pipe(
	v.number(),
	v.minValue(0, 'at least 0'),
	v.maxValue(600_000, 'at most 600,000'),
	v.description('Milliseconds, one way.')
);
const wholeFrom = (least: number) =>
	v.pipe(v.number(), v.integer('a whole number'), v.minValue(least, `at least ${least}`));

/** Slashes forward, no leading slash, no empty, `.` or `..` step. */
const pathPattern = /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))(?!.*\/\/)[^\\]+$/;
const path = v.pipe(
	v.string(),
	v.regex(pathPattern, 'a path with forward slashes, not leaving the folder'),
	v.maxLength(250, 'at most 250 characters')
);
const name = v.pipe(
	v.string(),
	v.regex(/^[^\s:/][^:/\n]{0,79}$/, '1 to 80 characters without colon, slash or leading space')
);
const words = v.array(v.string());

const processSpec = v.strictObject({
	name,
	file: path,
	args: v.optional(words),
	env: v.optional(v.record(v.string(), v.string())),
	startAt: v.optional(at),
	killAt: v.optional(at),
	role: v.optional(v.picklist(['client', 'server']))
});

const intervention = v.variant('do', [
	v.strictObject({ at, do: v.literal('start'), process: processSpec }),
	v.strictObject({ at, do: v.literal('restart'), process: name }),
	v.strictObject({ at, do: v.literal('kill'), process: name }),
	v.strictObject({
		at,
		do: v.literal('request'),
		process: name,
		route: v.string(),
		message: v.unknown()
	}),
	v.strictObject({
		at,
		do: v.literal('link'),
		from: name,
		to: name,
		fault: v.picklist(['cut', 'mend', 'drop', 'duplicate', 'delay', 'reorder']),
		count: v.optional(wholeFrom(-1)),
		chance: v.optional(v.pipe(wholeFrom(0), v.maxValue(10_000, 'at most 10,000'))),
		extraMs: v.optional(latency)
	}),
	v.strictObject({
		at,
		do: v.literal('broker'),
		what: v.picklist(['restart', 'memory-alarm', 'memory-clear']),
		downMs: v.optional(
			v.pipe(
				v.number(),
				v.minValue(0, 'at least 0'),
				v.maxValue(86_400_000, 'at most 86,400,000 (a day)'),
				v.description('Milliseconds until the restarted broker is up again. Default 1,000.')
			)
		)
	})
]);

const limits = v.strictObject(
	Object.fromEntries(
		Object.keys(defaultLimits).map((key) => [key, v.optional(wholeFrom(1))])
	) as Record<keyof Limits, ReturnType<typeof v.optional<ReturnType<typeof wholeFrom>, undefined>>>
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
			env: v.pipe(v.string(), v.regex(/^[\w-]+$/, 'a word'))
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
	interventions: v.optional(v.array(intervention)),
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
