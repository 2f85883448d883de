// The step from callbacks to promises.

/** Resolves with the value, or rejects with the error if there is one. */
export function settle<T>(
	error: Error | null | undefined,
	value: T,
	resolve: (value: T) => void,
	reject: (error: Error) => void
): void {
	if (error) reject(error);
	else resolve(value);
}
