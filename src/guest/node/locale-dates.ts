// Dates in the form of en-US and in UTC, which is what toLocaleString and Intl.DateTimeFormat give here.
// Differs: no other locale; the time zone is UTC whatever the options say.
// Source: ECMA-402, section 11; the English data of CLDR.

import {
	DatePrototypeGetTime,
	NumberIsNaN,
	StringPrototypePadStart,
	StringPrototypeSlice
} from './primordials.ts';

/** The options of Intl.DateTimeFormat that count. */
export interface DateOptions {
	readonly weekday?: 'long' | 'short' | 'narrow';
	readonly year?: 'numeric' | '2-digit';
	readonly month?: 'numeric' | '2-digit' | 'long' | 'short' | 'narrow';
	readonly day?: 'numeric' | '2-digit';
	readonly hour?: 'numeric' | '2-digit';
	readonly minute?: 'numeric' | '2-digit';
	readonly second?: 'numeric' | '2-digit';
	readonly fractionalSecondDigits?: number;
	readonly hour12?: boolean;
	readonly hourCycle?: string;
	readonly timeZoneName?: string;
	readonly dateStyle?: 'full' | 'long' | 'medium' | 'short';
	readonly timeStyle?: 'full' | 'long' | 'medium' | 'short';
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

const dateDefaults: DateOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const timeDefaults: DateOptions = { hour: 'numeric', minute: '2-digit', second: '2-digit' };
const dateStyles: Record<string, DateOptions> = {
	full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
	long: { year: 'numeric', month: 'long', day: 'numeric' },
	medium: { year: 'numeric', month: 'short', day: 'numeric' },
	short: { year: '2-digit', month: 'numeric', day: 'numeric' }
};

/** Which parts to show when the options name none. */
export type DateParts = 'date' | 'time' | 'both';

/** E.g. `1/5/2025, 1:04:09 PM`. */
export function dateText(date: Date, parts: DateParts, given: DateOptions = {}): string {
	const time = DatePrototypeGetTime(date);
	if (NumberIsNaN(time)) return 'Invalid Date';
	const options = complete(given, parts);
	const datePart = dayText(date, options);
	const timePart = clockText(date, options);
	if (datePart === '' || timePart === '') return datePart + timePart;
	const isLong = given.dateStyle === 'full' || given.dateStyle === 'long';
	return `${datePart}${isLong ? ' at ' : ', '}${timePart}`;
}

function complete(given: DateOptions, parts: DateParts): DateOptions {
	if (given.dateStyle !== undefined || given.timeStyle !== undefined) {
		const isShort = given.timeStyle === 'short';
		return {
			...given,
			...(given.dateStyle !== undefined && dateStyles[given.dateStyle]),
			...(given.timeStyle !== undefined && { hour: 'numeric', minute: '2-digit' }),
			...(given.timeStyle !== undefined && !isShort && { second: '2-digit' })
		};
	}
	const hasDate = given.weekday ?? given.year ?? given.month ?? given.day;
	const hasTime = given.hour ?? given.minute ?? given.second ?? given.fractionalSecondDigits;
	const isEmpty =
		(parts === 'time' || hasDate === undefined) && (parts === 'date' || hasTime === undefined);
	if (!isEmpty) return given;
	return {
		...(parts !== 'time' && dateDefaults),
		...(parts !== 'date' && timeDefaults),
		...given
	};
}

const two = (value: number): string => StringPrototypePadStart(`${value}`, 2, '0');

function dayText(date: Date, options: DateOptions): string {
	const { weekday, year, month, day } = options;
	const dayOfMonth =
		day === undefined ? '' : day === '2-digit' ? two(date.getUTCDate()) : `${date.getUTCDate()}`;
	const fullYear = date.getUTCFullYear();
	const shownYear =
		year === undefined ? '' : year === '2-digit' ? two(fullYear % 100) : `${fullYear}`;
	const name = weekdays[date.getUTCDay()] as string;
	const shownWeekday =
		weekday === undefined
			? ''
			: weekday === 'long'
				? name
				: StringPrototypeSlice(name, 0, weekday === 'short' ? 3 : 1);
	let text: string;
	if (month === undefined || month === 'numeric' || month === '2-digit') {
		const number = date.getUTCMonth() + 1;
		const shownMonth = month === undefined ? '' : month === '2-digit' ? two(number) : `${number}`;
		text = shownMonth;
		if (dayOfMonth !== '') text += `${text === '' ? '' : '/'}${dayOfMonth}`;
		if (shownYear !== '') text += `${text === '' ? '' : '/'}${shownYear}`;
	} else {
		const whole = months[date.getUTCMonth()] as string;
		text = month === 'long' ? whole : StringPrototypeSlice(whole, 0, month === 'short' ? 3 : 1);
		if (dayOfMonth !== '') text += ` ${dayOfMonth}`;
		if (shownYear !== '') text += dayOfMonth === '' ? ` ${shownYear}` : `, ${shownYear}`;
	}
	if (shownWeekday === '') return text;
	return text === '' ? shownWeekday : `${shownWeekday}, ${text}`;
}

function clockText(date: Date, options: DateOptions): string {
	const { hour, minute, second } = options;
	const is24 =
		options.hour12 === false || options.hourCycle === 'h23' || options.hourCycle === 'h24';
	const hours = date.getUTCHours();
	let text = '';
	if (hour !== undefined) {
		const shown = is24 ? hours : hours % 12 === 0 ? 12 : hours % 12;
		const midnight = options.hour12 === false && hours === 0 ? 24 : shown;
		text = hour === '2-digit' || is24 ? two(is24 ? midnight : shown) : `${shown}`;
	}
	const alone = hour === undefined && second === undefined;
	if (minute !== undefined) {
		text += `${text === '' ? '' : ':'}${alone ? `${date.getUTCMinutes()}` : two(date.getUTCMinutes())}`;
	}
	if (second !== undefined) {
		text += `${text === '' ? '' : ':'}${text === '' ? `${date.getUTCSeconds()}` : two(date.getUTCSeconds())}`;
	}
	if (options.fractionalSecondDigits !== undefined) {
		const millis = StringPrototypePadStart(`${date.getUTCMilliseconds()}`, 3, '0');
		text += `.${StringPrototypeSlice(millis, 0, options.fractionalSecondDigits)}`;
	}
	if (hour !== undefined && !is24) text += hours < 12 ? ' AM' : ' PM';
	if (options.timeZoneName !== undefined && text !== '') text += ' UTC';
	return text;
}
