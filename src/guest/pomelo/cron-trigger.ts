// When a cron job is due: six fields (second minute hour day-of-month month day-of-week), each `*`, a number, `a-b`,
// `r/p` (every value whose remainder by p is r) or a list of those. Months count from 0, days of the week from Sunday.
// The time zone is UTC.
// Source: pomelo-scheduler 0.3.9 lib/cronTrigger.js.

import { MathFloor, NumberIsNaN, StringPrototypeSplit } from '../runtime/primordials.ts';

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
const daySeconds = 86_400;

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
	const second = MathFloor(afterMs / 1000) + 1;
	const today = MathFloor(second / daySeconds);
	for (let day = today; ; day++) {
		const { year, month, date } = dateOf(day);
		if (year > lastYear) return null;
		if (!takes(time[4], month) || !takes(time[3], date) || !takes(time[5], (day + 4) % 7)) continue;
		const from = day === today ? second - day * daySeconds : 0;
		const due = nextOfDay(time, from);
		if (due !== null) return (day * daySeconds + due) * 1000;
	}
}

/** The first due second of a day from `from` on; null when it is none of this day. */
function nextOfDay(time: CronTime, from: number): number | null {
	let second = from;
	while (second < daySeconds) {
		if (!takes(time[2], MathFloor(second / 3600))) second += 3600 - (second % 3600);
		else if (!takes(time[1], MathFloor(second / 60) % 60)) second += 60 - (second % 60);
		else if (!takes(time[0], second % 60)) second += 1;
		else return second;
	}
	return null;
}

/** The day so many days after 1 January 1970, in UTC; months count from 0. Student code may have changed `Date`. */
function dateOf(day: number): { year: number; month: number; date: number } {
	// Years are counted from March here, so that the leap day is a year's last.
	const shifted = day + 719_468;
	const era = MathFloor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = MathFloor(
		(dayOfEra -
			MathFloor(dayOfEra / 1460) +
			MathFloor(dayOfEra / 36_524) -
			MathFloor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + MathFloor(yearOfEra / 4) - MathFloor(yearOfEra / 100));
	const monthFromMarch = MathFloor((5 * dayOfYear + 2) / 153);
	const month = (monthFromMarch + 2) % 12;
	return {
		year: era * 400 + yearOfEra + (month < 2 ? 1 : 0),
		month,
		date: dayOfYear - MathFloor((153 * monthFromMarch + 2) / 5) + 1
	};
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
