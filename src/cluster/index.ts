// The door of the cluster: simulated machines, the network between them, Pomelo membership.
export type * from './events.ts';
export { latencyBetween, networkStep } from './network.ts';
export type { Listener, NetworkState } from './network-state.ts';
export { processStep, type ProcessState, type Waiting } from './process.ts';
export type { ProcessLife } from './process-machine.ts';
export type { ProcessSocket } from './process-sockets.ts';
export { decodeRegistryFrame } from './registry-frames.ts';
export * from './server-registry.ts';
