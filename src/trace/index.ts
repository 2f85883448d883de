// The door of the trace: the events, the world at a cursor, the digest.
export { TraceDigest, engineVersion } from './digest.ts';
export { actorLogic, processName, type RunState } from './logic.ts';
export { Trace } from './trace.ts';
export type { AnyEvent, RunEvent, TraceEvent, TraceKind } from './trace-event.ts';
export * from './world.ts';
