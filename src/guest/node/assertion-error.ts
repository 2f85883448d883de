// AssertionError: what a failed assertion throws.

import { markNodeError } from '../runtime/stack-traces.ts';
import { assertionMessage } from './assertion-message.ts';
import { customInspectSymbol } from './custom-inspect.ts';
import { captureStackTrace } from './engine-globals.ts';
import {
	ArrayPrototypeJoin,
	ArrayPrototypeSlice,
	ObjectDefineProperty,
	StringPrototypeSlice,
	StringPrototypeSplit,
	toText
} from './primordials.ts';
import { validateObject } from './validators.ts';
import { inspect, type InspectOptions } from './inspect.ts';

export interface AssertionOptions {
	readonly message?: unknown;
	readonly actual?: unknown;
	readonly expected?: unknown;
	readonly operator?: string | undefined;
	/** The frames from this function on are left out of the stack. */
	readonly stackStartFn?: ((...args: never[]) => unknown) | undefined;
}

export class AssertionError extends Error {
	declare generatedMessage: boolean;
	declare code: 'ERR_ASSERTION';
	declare actual: unknown;
	declare expected: unknown;
	declare operator: string | undefined;

	constructor(options: AssertionOptions) {
		validateObject(options, 'options');
		const { message, actual, expected, operator, stackStartFn } = options;
		const isOwn = message !== undefined && message !== null;
		const isCompared = operator === 'deepStrictEqual' || operator === 'strictEqual';
		super(
			isOwn && !isCompared ? toText(message) : assertionMessage(operator, actual, expected, message)
		);
		this.generatedMessage = !isOwn;
		ObjectDefineProperty(this, 'name', {
			value: 'AssertionError',
			enumerable: false,
			writable: true,
			configurable: true
		});
		this.code = 'ERR_ASSERTION';
		this.actual = actual;
		this.expected = expected;
		this.operator = operator;
		markNodeError(this, 'ERR_ASSERTION');
		captureStackTrace(this, stackStartFn);
	}

	override toString(): string {
		return `${this.name} [${this.code}]: ${this.message}`;
	}

	/** Long texts are cut, what lies deeper is left out: the message shows the values already. */
	[customInspectSymbol](_depth: unknown, context: InspectOptions): string {
		const { actual, expected } = this;
		if (typeof actual === 'string') this.actual = shortened(actual);
		if (typeof expected === 'string') this.expected = shortened(expected);
		const text = inspect(this, { ...context, customInspect: false, depth: 0 });
		this.actual = actual;
		this.expected = expected;
		return text;
	}
}

const linesMax = 10;
const charactersMax = 512;

function shortened(text: string): string {
	const lines = StringPrototypeSplit(text, '\n', linesMax + 1);
	const few = lines.length > linesMax;
	const kept = few ? ArrayPrototypeJoin(ArrayPrototypeSlice(lines, 0, linesMax), '\n') : text;
	const cut = kept.length > charactersMax ? StringPrototypeSlice(kept, 0, charactersMax) : kept;
	return few || cut !== kept ? `${cut}...` : text;
}
