// What a fault on purpose means: what TCP or the operating system would do, and what a program can do about it. Pure.
import type { TraceEvent } from '#trace';
import { faultWords } from '../text/faults.ts';
import type { Advice } from './event-advice.ts';

/** The advice for an event about a fault; null for one that explains itself. */
export function adviceForFault(event: TraceEvent): Advice | null {
	const words = faultWords.now.advice;
	const problem = (meaning: string, attempt: string | null): Advice => ({
		meaning,
		attempt,
		tone: 'problem'
	});
	switch (event.kind) {
		case 'link.dropped':
			return event.data.why === 'the link is cut'
				? problem(words.cut, words.cutAttempt)
				: problem(words.dropped, words.droppedAttempt);
		case 'link.duplicated':
			return problem(words.duplicated, words.duplicatedAttempt);
		case 'link.delayed':
			return event.data.isReordered === true
				? problem(words.reordered, words.reorderedAttempt)
				: null;
		case 'link.fault':
			return event.data.cut ? problem(words.cut, words.cutAttempt) : null;
		case 'network.faults':
			return event.data.fault === 'cut' ? problem(words.cut, words.cutAttempt) : null;
		case 'link.missed':
		case 'network.missed':
			return problem(words.missed, words.missedAttempt);
		case 'process.paused':
			return { meaning: words.paused, attempt: null, tone: 'plain' };
		default:
			return null;
	}
}
