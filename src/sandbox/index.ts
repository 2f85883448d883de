// The door of the sandbox: running guest programs, one engine per process, one turn per delivery.

export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export type { GuestImage, GuestPart } from './guest-parts.ts';
export type { GuestStart, GuestVm } from './guest-vm.ts';
export type { Delivery, GuestOp, LimitReason, TurnResult, WirePayload } from './turn-batch.ts';
