// The door of rpc: calls and their fates.
export type * from './events.ts';
export { CallTable, type OpenCall } from './call-table.ts';
export { pendingCallStep, type PendingCallState, type StrayRepliesState } from './pending-call.ts';
