// Words of the timeline: steps, marks, bookmarks, loop, long computations. Loaded behind the first picture.
import { formatMicros, formatSpan } from '../shared/format-time.ts';
import type { SoughtKind } from '../timeline/event-kinds.ts';
import { Texts } from './texts.svelte.ts';

const kinds: Readonly<Record<SoughtKind, string>> = {
	'call-failed': 'A call times out or is orphaned',
	lost: 'A message is lost or dropped',
	requeued: 'A message goes back to its queue',
	error: 'A program or channel fails',
	deed: 'Something is done to the run: a fault, a kill, a start',
	'call-started': 'A call starts',
	'call-answered': 'A call is answered',
	'stray-reply': 'A reply nobody waits for',
	queued: 'A message enters a queue',
	delivered: 'A queue hands a message to a consumer',
	acked: 'A message is acknowledged',
	decision: 'A router decides',
	printed: 'A program prints',
	process: 'A process starts or ends',
	limit: 'A limit of the run is reached'
};

const english = {
	steps: {
		group: 'Other steps',
		message: 'A message leaves or arrives (M)',
		turn: 'A turn of a program ends (T)',
		call: 'A call starts or ends (C)',
		selected: 'What is selected (A)'
	},
	seek: 'Run to the next (N)',
	kinds,
	counted: (name: string, count: number) => `${name}: ${String(count)}`,
	selectFirst: 'Select a process, a queue or a call first: steps then follow it.',
	chooseFirst: 'Choose under “Step by” what to run to.',

	marks: 'Bookmarks and loop',
	mark: 'Bookmark this moment',
	unmark: 'Remove this bookmark',
	bookmarks: 'Bookmarks',
	noBookmarks: 'None yet. A bookmark keeps a moment of this scenario in this browser.',
	goTo: (name: string) => `Go to ${name}`,
	nameOf: (name: string) => `Name of the bookmark ${name}`,
	remove: (name: string) => `Remove the bookmark ${name}`,
	marked: (name: string) => `Bookmarked: ${name}.`,
	unmarked: (name: string) => `The bookmark ${name} is removed.`,
	noFurtherBookmark: 'There is no bookmark further on.',
	noEarlierBookmark: 'There is no bookmark before this.',
	atEvent: (us: number, event: number) => `${formatMicros(us)}, event ${String(event)}`,

	loop: 'Loop',
	loopFrom: 'Loop from here',
	loopTo: 'Loop to here',
	loopOff: 'Stop looping',
	looping: (from: string, to: string) => `Play repeats from ${from} to ${to}.`,
	noLoop:
		'Play repeats a stretch: set its ends at the cursor, or drag along the timeline with Shift held.',
	loopOffSaid: 'Play runs to the end again.',

	copyMoment: 'Copy a link to this moment',
	momentCopied: 'The link is copied. It opens the run at this moment.',
	momentWithEditsCopied:
		'The link is copied. It holds the scenario with what you changed, and opens it at this moment.',
	momentInAddress: 'The link is in the address bar now: copy it from there.',

	stopped: (time: string, events: number) =>
		`Computing was stopped at ${time}, after ${String(events)} events. What is there can be looked at.`,
	computeAgain: 'Compute again',
	tooManyEvents: (limit: number) =>
		`The run stopped at its limit of ${String(limit)} events; everything up to there is kept. Send fewer messages, end it earlier (durationMs), or raise limits.eventsMax in the scenario.`,
	tooManyBytes: (limit: number) =>
		`The run stopped because its messages take more than ${String(Math.round(limit / 1_048_576))} MB; everything up to there is kept. Send fewer or smaller messages, or raise limits.traceBytesMax in the scenario.`,
	dismiss: 'Dismiss',
	held: 'Answer the lesson’s question first.',
	toQuestion: 'To the question',

	gap: (us: number) => `${formatSpan(us)} in which nothing happens, cut short`
};

export type TimelineWords = typeof english;
export const timelineWords = new Texts(english, () => import('./zh/timeline.ts'));
