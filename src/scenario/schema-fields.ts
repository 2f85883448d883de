// The fields that the schemas of a scenario and of its interventions share: times, names, paths, a program to run.
import * as v from 'valibot';

export const at = v.pipe(
	v.number(),
	v.minValue(0, 'at least 0'),
	v.maxValue(86_400_000, 'at most 86,400,000 (a day)'),
	v.description('Milliseconds after time 0.')
);
export const latency = v.pipe(
	v.number(),
	v.minValue(0, 'at least 0'),
	v.maxValue(600_000, 'at most 600,000'),
	v.description('Milliseconds, one way.')
);
export const wholeFrom = (least: number) =>
	v.pipe(v.number(), v.integer('a whole number'), v.minValue(least, `at least ${least}`));

/** Slashes forward, no leading slash, no empty, `.` or `..` step. */
const pathPattern = /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))(?!.*\/\/)[^\\]+$/;
export const path = v.pipe(
	v.string(),
	v.regex(pathPattern, 'a path with forward slashes, not leaving the folder'),
	v.maxLength(250, 'at most 250 characters')
);
export const name = v.pipe(
	v.string(),
	v.regex(/^[^\s:/][^:/\n]{0,79}$/, '1 to 80 characters without colon, slash or leading space')
);

export const processSpec = v.strictObject({
	name,
	file: path,
	args: v.optional(v.array(v.string())),
	env: v.optional(v.record(v.string(), v.string())),
	startAt: v.optional(at),
	killAt: v.optional(at),
	role: v.optional(v.picklist(['client', 'server']))
});
