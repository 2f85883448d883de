// Numbers in the form of en-US, which is what toLocaleString and Intl.NumberFormat give here in any locale.
// Differs: no other locale, no compact, scientific or unit notation.
// Source: ECMA-402, section 16; the English data of CLDR.

import {
	MathAbs,
	NumberIsFinite,
	NumberIsNaN,
	NumberPrototypeToFixed,
	ObjectIs,
	RegExpPrototypeExec,
	StringPrototypeIncludes,
	StringPrototypePadStart,
	StringPrototypeSlice,
	StringPrototypeSplit
} from './primordials.ts';

/** The options of Intl.NumberFormat that count. */
export interface NumberOptions {
	readonly style?: 'decimal' | 'percent' | 'currency';
	readonly currency?: string;
	readonly currencyDisplay?: string;
	readonly minimumIntegerDigits?: number;
	readonly minimumFractionDigits?: number;
	readonly maximumFractionDigits?: number;
	readonly useGrouping?: boolean | string;
}

const signs: Record<string, string> = {
	USD: '$',
	EUR: '€',
	GBP: '£',
	JPY: '¥',
	INR: '₹',
	CNY: 'CN¥',
	KRW: '₩'
};

/** E.g. 1234.5 as `1,234.5`. */
export function numberText(value: number | bigint, options: NumberOptions = {}): string {
	const { style = 'decimal', currency = '' } = options;
	const isNegative = value < 0 || ObjectIs(value, -0);
	const usual = style === 'currency' ? (currency === 'JPY' || currency === 'KRW' ? 0 : 2) : 0;
	const least = options.minimumFractionDigits ?? (style === 'currency' ? usual : 0);
	const most =
		options.maximumFractionDigits ??
		(style === 'percent'
			? least
			: style === 'currency'
				? usual > least
					? usual
					: least
				: least > 3
					? least
					: 3);
	let digits: string;
	if (typeof value === 'bigint') digits = `${value < 0n ? -value : value}`;
	else if (NumberIsNaN(value)) digits = 'NaN';
	else if (!NumberIsFinite(value)) digits = '∞';
	else digits = rounded(MathAbs(style === 'percent' ? value * 100 : value), least, most);
	let text = digits;
	if (RegExpPrototypeExec(/^[\d.]+$/, digits) !== null) {
		const parts = StringPrototypeSplit(digits, '.');
		let whole = StringPrototypePadStart(parts[0], options.minimumIntegerDigits ?? 1, '0');
		if (options.useGrouping !== false) whole = grouped(whole);
		text = parts[1] === undefined ? whole : `${whole}.${parts[1]}`;
	}
	if (style === 'percent') text += '%';
	if (style === 'currency') {
		const sign = options.currencyDisplay === 'code' ? undefined : signs[currency];
		text = (sign ?? `${currency}\u00a0`) + text;
	}
	return isNegative && text !== 'NaN' ? `-${text}` : text;
}

/** Decimal digits with at most `most` and at least `least` behind the point; halves away from zero. */
function rounded(value: number, least: number, most: number): string {
	let text = value >= 1e21 ? `${BigInt(value)}` : halfUp(value, most);
	if (!StringPrototypeIncludes(text, '.')) return text;
	const point = StringPrototypeSplit(text, '.')[0]?.length ?? 0;
	let end = text.length;
	while (end > point + 1 + least && text[end - 1] === '0') end -= 1;
	text = StringPrototypeSlice(text, 0, end);
	return text[text.length - 1] === '.' ? StringPrototypeSlice(text, 0, -1) : text;
}

/** As toFixed, but by the shortest decimal form of the number: 1.005 with two digits gives 1.01. */
function halfUp(value: number, digits: number): string {
	const plain = `${value}`;
	const match = RegExpPrototypeExec(/^(\d+)\.(\d+)$/, plain);
	if (match === null || (match[2] as string).length <= digits)
		return NumberPrototypeToFixed(value, digits);
	const whole = match[1] as string;
	const fraction = match[2] as string;
	const kept = BigInt(whole + StringPrototypeSlice(fraction, 0, digits));
	const isUp = (fraction[digits] as string) >= '5';
	const all = StringPrototypePadStart(`${isUp ? kept + 1n : kept}`, digits + 1, '0');
	if (digits === 0) return all;
	return `${StringPrototypeSlice(all, 0, -digits)}.${StringPrototypeSlice(all, -digits)}`;
}

function grouped(digits: string): string {
	let text = '';
	let end = digits.length;
	for (; end > 3; end -= 3) text = `,${StringPrototypeSlice(digits, end - 3, end)}${text}`;
	return StringPrototypeSlice(digits, 0, end) + text;
}
