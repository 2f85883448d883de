// What the engine offers beyond the language, typed, as it was at boot.

interface EngineGlobals {
	readonly DOMException: new (message?: string, name?: string) => Error & { readonly code: number };
	readonly atob: (text: string) => string;
	readonly btoa: (text: string) => string;
	readonly queueMicrotask: (callback: () => void) => void;
	readonly Error: {
		readonly captureStackTrace: (target: object, above?: (...args: never[]) => unknown) => void;
	};
}

const engine = globalThis as unknown as EngineGlobals;

/** The error class of atob, structuredClone and AbortSignal. */
export const DOMException = engine.DOMException;
export const nativeAtob = engine.atob;
export const nativeBtoa = engine.btoa;
export const nativeQueueMicrotask = engine.queueMicrotask;
/** Gives an object the stack of here, without the frames from `above` on. */
export const captureStackTrace = engine.Error.captureStackTrace;
