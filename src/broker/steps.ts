// The broker's steps, and how it reads what clients send: all it does once somebody connects. A file of its own for those
// who load it when they need it (late-steps.ts).
export { amqpChannelStep } from './amqp-channel.ts';
export { connectionStep } from './connection.ts';
export { exchangeStep } from './exchange.ts';
export { decodeFrame } from './frames.ts';
export { queueStep } from './queue.ts';
export { vhostStep } from './virtual-host.ts';
