// When a cron job is due: six fields (second minute hour day-of-month month day-of-week), each `*`, a number, `a-b`,
// `r/p` (every value whose remainder by p is r) or a list of those. Months count from 0, days of the week from Sunday.
// Source: pomelo-scheduler 0.3.9 lib/cronTrigger.js.

import { NumberIsNaN, StringPrototypeSplit } from '../runtime/primordials.ts';

/** What a field takes: undefined for `*`, else which values. */
type CronField = readonly boolean[] | undefined;

/** Fields in the order they are written. */
export type CronTime = readonly CronField[];

const limits = [
	[0, 59],
	[0, 59],
	[0, 23],
	[1, 31],
	[0, 11],
	[0, 6]
] as const;
const lastYear = 2999;

/** Reads a cron time; undefined for what is none: another count of fields, a step on `*`, a value out of its range. */
export function parseCronTime(text: string): CronTime | undefined {
	const words = StringPrototypeSplit(text, ' ');
	const fields: CronField[] = [];
	let count = 0;
	for (let index = 0; index < words.length; index++) {
		const word = words[index] ?? '';
		if (word === '') continue;
		const limit = limits[count];
		if (limit === undefined) return undefined;
		if (word !== '*') {
			const values = parseField(word, limit[0], limit[1]);
			if (values === undefined) return undefined;
			fields[count] = values;
		} else fields[count] = undefined;
		count += 1;
	}
	return count === limits.length ? fields : undefined;
}

/** The first due moment at least a second after `afterMs`; null when there is none before the year 3000. */
export function nextCronTime(time: CronTime, afterMs: number): number | null {
	const date = new Date(afterMs + 1000);
	date.setMilliseconds(0);
	for (;;) {
		if (date.getFullYear() > lastYear) return null;
		if (!takes(time[4], date.getMonth())) {
			date.setMonth(date.getMonth() + 1, 1);
			date.setHours(0, 0, 0);
		} else if (!takes(time[3], date.getDate()) || !takes(time[5], date.getDay())) {
			date.setDate(date.getDate() + 1);
			date.setHours(0, 0, 0);
		} else if (!takes(time[2], date.getHours())) {
			date.setHours(date.getHours() + 1, 0, 0);
		} else if (!takes(time[1], date.getMinutes())) {
			date.setMinutes(date.getMinutes() + 1, 0);
		} else if (!takes(time[0], date.getSeconds())) {
			date.setSeconds(date.getSeconds() + 1);
		} else return date.getTime();
	}
}

function takes(field: CronField, value: number): boolean {
	return field === undefined || field[value] === true;
}

function parseField(text: string, min: number, max: number): CronField {
	const values: boolean[] = [];
	const parts = StringPrototypeSplit(text, ',');
	for (let index = 0; index < parts.length; index++) {
		const part = parts[index] ?? '';
		const range = StringPrototypeSplit(part, '-');
		const period = StringPrototypeSplit(part, '/');
		const from = Number(range[0]);
		const to = Number(range.length === 2 ? range[1] : range[0]);
		if (period.length === 2) {
			const remainder = Number(period[0]);
			const step = Number(period[1]);
			if (NumberIsNaN(remainder) || NumberIsNaN(step) || period[0] === '') return undefined;
			for (let value = min; value <= max; value++) {
				if (step > 0 && value % step === remainder) values[value] = true;
			}
		} else if (NumberIsNaN(from) || NumberIsNaN(to) || from < min || to > max) return undefined;
		else for (let value = from; value <= to; value++) values[value] = true;
	}
	return values;
}
