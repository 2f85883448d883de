// Assertions about our own code. A failed one is our bug: it stops the run and is reported with its values.

/** Thrown when the simulator itself is wrong. Never part of a simulated failure. */
export class AssertionFailure extends Error {
	readonly code = 'assertion-failed';
	constructor(message: string) {
		super(message);
		this.name = 'AssertionFailure';
	}
}

/** Throws AssertionFailure with the sentence and the values when the claim does not hold. */
export function assert(claim: unknown, sentence: string, values?: unknown): asserts claim {
	if (!claim) {
		const shown = values === undefined ? '' : ` ${JSON.stringify(values)}`;
		throw new AssertionFailure(`${sentence}${shown}`);
	}
}

/** For the branch a type says cannot be reached. */
export function unreachable(value: never, sentence = 'unexpected value'): never {
	throw new AssertionFailure(`${sentence}: ${JSON.stringify(value)}`);
}
