// The colour of a call. Colour is never the only sign: the call's number always stands beside it.

/** Hues before they repeat. */
export const callHues = 8;

/** The CSS colour of a call, from its number (from 1); messages without a call take the protocol grey. */
export function callColour(call: number | null): string {
	return call === null ? 'var(--protocol)' : `var(--call-${String((call - 1) % callHues)})`;
}
