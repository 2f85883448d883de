// When the worker posts what it has computed: soon at the beginning, so that there is something to see, then in larger pieces,
// because each message costs the page a drawing. A turn that takes long is posted before it ends, see simulation-worker.ts. Pure.

/** So many events are computed one by one, and posted soon. */
const earlyEvents = 64;
/** Events computed between two looks at the clock, early and later. */
const earlySlice = 1;
const laterSlice = 128;
/** Real milliseconds between two posts, early and later. */
const earlyEveryMs = 10;
const laterEveryMs = 40;
/** A post is due after so many events anyway. */
const postEvents = 2048;

/** How many events to compute before the next look at the clock. */
export function sliceAfter(events: number): number {
	return events < earlyEvents ? earlySlice : laterSlice;
}

/**
 * Is it time to post?
 *
 * @param events computed so far
 * @param posted of them
 * @param sinceMs real milliseconds since the last post or the beginning
 */
export function isPostDue(events: number, posted: number, sinceMs: number): boolean {
	if (events - posted >= postEvents) return true;
	return sinceMs >= (events < earlyEvents ? earlyEveryMs : laterEveryMs);
}
