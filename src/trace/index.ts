// The door of the trace: the events, the world at a cursor, the digest.
export { causesOf, effectsOf, why, type Reason } from './causality.ts';
export { describeEvent, headline } from './describe-event.ts';
export { readFacts } from './describe-note.ts';
export { placeWords } from './describe-place.ts';
export { TraceDigest, engineVersion } from './digest.ts';
export { detailLevels, detailOf, isShownAt, type DetailLevel } from './event-detail.ts';
export { eventField } from './event-fields.ts';
export { actorLogic, plainKinds, processName, type RunState } from './logic.ts';
export { Trace } from './trace.ts';
export {
	traceIndex,
	TraceIndex,
	type EventList,
	type Flight,
	type LinkEnds
} from './trace-index.ts';
export type { AnyEvent, RunEvent, TraceEvent, TraceKind } from './trace-event.ts';
export {
	decodeUtf8,
	readWireMessage,
	type MessageShape,
	type WireMessage
} from './wire-message.ts';
export { messageWords, milliseconds, shortContent, shortName } from './words.ts';
export * from './world.ts';
