// While a run is computed its trace grows all the time; long lists made from it need not follow every event. Pure.

/** Shorter traces are followed event by event. */
const eagerBelow = 2000;

/**
 * A length that changes seldom: the trace's own once the run has ended, until then the last of a row of numbers that
 * grow by a quarter each.
 */
export function steppedLength(length: number, isRunning: boolean): number {
	if (!isRunning || length < eagerBelow) return length;
	let step = eagerBelow;
	while (step * 1.25 <= length) step = Math.floor(step * 1.25);
	return step;
}
