// The shape of an intervention as a schema, part of scenario-schema.ts.
import * as v from 'valibot';
import { at, latency, name, processSpec, wholeFrom } from './schema-fields.ts';

export const interventionSchema = v.variant('do', [
	v.strictObject({ at, do: v.literal('start'), process: processSpec }),
	v.strictObject({
		at,
		do: v.picklist(['restart', 'kill', 'pause', 'continue']),
		process: name
	}),
	v.strictObject({
		at,
		do: v.literal('slow'),
		process: name,
		factor: v.optional(
			v.pipe(
				v.number(),
				v.minValue(0.01, 'at least 0.01'),
				v.maxValue(10_000, 'at most 10,000'),
				v.description('What computing costs, as a multiple. Default 1.')
			)
		),
		extraMs: v.optional(
			v.pipe(
				v.number(),
				v.minValue(0, 'at least 0'),
				v.maxValue(600_000, 'at most 600,000'),
				v.description('Milliseconds each turn takes besides. Default 0.')
			)
		)
	}),
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
		both: v.optional(
			v.pipe(v.boolean(), v.description('Both ways, not only from `from` to `to`.'))
		),
		fault: v.picklist(['cut', 'mend', 'drop', 'duplicate', 'delay', 'reorder']),
		count: v.optional(wholeFrom(-1)),
		chance: v.optional(v.pipe(wholeFrom(0), v.maxValue(10_000, 'at most 10,000'))),
		extraMs: v.optional(latency)
	}),
	v.strictObject({
		at,
		do: v.literal('message'),
		from: name,
		to: name,
		connection: v.optional(
			v.pipe(
				wholeFrom(1),
				v.description('Which connection between the two machines, from 1. Default 1.')
			)
		),
		method: v.pipe(
			v.string(),
			v.minLength(1, 'at least 1 character'),
			v.maxLength(80, 'at most 80 characters'),
			v.description('AMQP method or kind of package, e.g. basic.publish or request.')
		),
		nth: v.pipe(
			wholeFrom(1),
			v.description('Which message of this method on the connection, from 1.')
		),
		fault: v.picklist(['drop', 'duplicate', 'delay', 'reorder']),
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
