// The locale functions of the language, in the one locale there is: en-US, UTC. The engine has no locale data.
// Differs: other locales and time zones are accepted and ignored; of Intl only NumberFormat, DateTimeFormat and Collator.

import { defineGlobal } from '../runtime/globals.ts';
import { defineMethods } from './date-texts.ts';
import { dateText, type DateOptions, type DateParts } from './locale-dates.ts';
import { numberText, type NumberOptions } from './locale-numbers.ts';
import { compareTexts, type OrderOptions } from './locale-order.ts';
import {
	BigIntPrototypeValueOf,
	NumberPrototypeValueOf,
	ObjectDefineProperty,
	toText
} from './primordials.ts';

defineMethods(Number.prototype, {
	toLocaleString(this: number, _locales?: unknown, options?: NumberOptions) {
		return numberText(NumberPrototypeValueOf(this), options);
	}
});
defineMethods(BigInt.prototype, {
	toLocaleString(this: bigint, _locales?: unknown, options?: NumberOptions) {
		return numberText(BigIntPrototypeValueOf(this), options);
	}
});
defineMethods(String.prototype, {
	localeCompare(this: string, that: unknown, _locales?: unknown, options?: OrderOptions) {
		return compareTexts(toText(this), toText(that), options);
	}
});

const dateMethod = (parts: DateParts) =>
	function (this: Date, _locales?: unknown, options?: DateOptions) {
		return dateText(this, parts, options);
	};
const dateMethods: Record<string, unknown> = {
	toLocaleString: dateMethod('both'),
	toLocaleDateString: dateMethod('date'),
	toLocaleTimeString: dateMethod('time')
};
for (const name in dateMethods) {
	ObjectDefineProperty(dateMethods[name] as object, 'name', { value: name, configurable: true });
}
defineMethods(Date.prototype, dateMethods);

class NumberFormat {
	#options: NumberOptions;

	constructor(_locales?: unknown, options: NumberOptions = {}) {
		this.#options = options;
	}
	get format(): (value: number | bigint) => string {
		return (value) => numberText(value, this.#options);
	}
	resolvedOptions(): object {
		return { locale: 'en-US', numberingSystem: 'latn', style: 'decimal', ...this.#options };
	}
}

class DateTimeFormat {
	#options: DateOptions;

	constructor(_locales?: unknown, options: DateOptions = {}) {
		this.#options = options;
	}
	get format(): (date?: Date | number) => string {
		return (date) => {
			const shown = date instanceof Date ? date : date === undefined ? new Date() : new Date(date);
			return dateText(shown, 'date', this.#options);
		};
	}
	resolvedOptions(): object {
		return {
			locale: 'en-US',
			calendar: 'gregory',
			numberingSystem: 'latn',
			timeZone: 'UTC',
			...this.#options
		};
	}
}

class Collator {
	#options: OrderOptions;

	constructor(_locales?: unknown, options: OrderOptions = {}) {
		this.#options = options;
	}
	get compare(): (a: unknown, b: unknown) => number {
		return (a, b) => compareTexts(toText(a), toText(b), this.#options);
	}
	resolvedOptions(): object {
		return { locale: 'en-US', usage: 'sort', sensitivity: 'variant', ...this.#options };
	}
}

/** Says plainly what is missing instead of failing as `undefined is not a constructor`. */
function absent(name: string): PropertyDescriptor {
	return {
		get() {
			throw new TypeError(
				`Intl.${name} is not part of this simulator: there is no locale data besides en-US numbers and dates`
			);
		},
		configurable: true,
		enumerable: false
	};
}

/** A class or function of the language also callable without `new`. */
function callable<T extends new (...args: never[]) => object>(Class: T): T {
	return new Proxy(Class, {
		apply: (target, _self, args: never[]) => new target(...args)
	});
}

const Intl: object = {};
defineMethods(Intl, {
	NumberFormat: callable(NumberFormat),
	DateTimeFormat: callable(DateTimeFormat),
	Collator: callable(Collator),
	getCanonicalLocales: () => ['en-US']
});
for (const name of [
	'PluralRules',
	'RelativeTimeFormat',
	'ListFormat',
	'DisplayNames',
	'Segmenter',
	'Locale'
]) {
	ObjectDefineProperty(Intl, name, absent(name));
}
ObjectDefineProperty(Intl, Symbol.toStringTag, { value: 'Intl', configurable: true });
defineGlobal('Intl', Intl);
