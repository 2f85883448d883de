// The door of the kernel: virtual time, chance, order, actors, links.
export * from './actor-system.ts';
export * from './actor.ts';
export * from './assert.ts';
export * from './limits.ts';
export { addFaults, type LinkFault, type LinkFaultKind, type MessageFault } from './link-faults.ts';
export type { InFlight, LinkEvent, LinkState } from './link-state.ts';
export { createLinkStep } from './link.ts';
export * from './name-map.ts';
export * from './ordered-map.ts';
export * from './persistent-queue.ts';
export * from './random.ts';
export * from './time.ts';
