// DOMException: the engine's own, kept as it was at boot.

/** The class, and the error thrown by atob, structuredClone and AbortSignal. */
export const DOMException = (
	globalThis as unknown as {
		DOMException: new (message?: string, name?: string) => Error & { readonly code: number };
	}
).DOMException;
