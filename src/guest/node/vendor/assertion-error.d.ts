export declare class AssertionError extends Error {
	constructor(options: {
		message?: unknown;
		actual?: unknown;
		expected?: unknown;
		operator: string;
		stackStartFn?: (...args: never[]) => unknown;
	});
	generatedMessage: boolean;
	readonly code: 'ERR_ASSERTION';
	readonly actual: unknown;
	readonly expected: unknown;
	readonly operator: string;
}
