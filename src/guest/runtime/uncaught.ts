// Where errors end that nobody caught. Libraries that call user callbacks outside of a turn's own callback
// (a list of listeners, say) hand what these throw to `uncaughtInCallback` and go on.

type Handler = (error: unknown) => void;

let handler: Handler = () => undefined;

/**
 * Treats `error` as thrown out of an event-loop callback: `process.on('uncaughtException')` listeners get it, else it is
 * printed as Node.js prints it and the process ends with code 1 (this call then does not return).
 */
export function uncaughtInCallback(error: unknown): void {
	handler(error);
}

/** Set once by the process' life. Private to runtime/. */
export function setUncaughtHandler(fn: Handler): void {
	handler = fn;
}
