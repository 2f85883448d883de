// The door of the broker: the steps of its actors, the states they hold, and the way from frames to events.
export { defaultBrokerVersion, type BrokerVersion } from './broker-version.ts';
export { channelId, connectionId, decodeEnd, type Addressed } from './frames.ts';
export { brokerLogic, decodeFrame, needsBroker, provideBroker } from './late-steps.ts';
export type { ConnectionState } from './connection.ts';
export type { ConnectionStatus } from './connection-machine.ts';
export type { AmqpChannelState, ChannelConsumer } from './amqp-channel-state.ts';
export type { AmqpChannelStatus } from './channel-machine.ts';
export type { VhostState } from './vhost-state.ts';
export type { ExchangeState, Routing } from './exchange-state.ts';
export { explainBindings, type BindingVerdict, type Comparison } from './explain-bindings.ts';
export {
	consumerCount,
	headOf,
	readyMessages,
	type QueueConsumer,
	type QueuedMessage,
	type QueueState,
	type UnackedMessage
} from './queue-state.ts';
export {
	exchangeId,
	queueId,
	vhostId,
	type Binding,
	type ExchangeDefinition,
	type ExchangeType,
	type QueueArguments,
	type QueueDefinition
} from './definitions.ts';
export type { Message, Properties } from './message.ts';
export { field, parseTable, tableText, type Table, type TableField } from './table.ts';
export { propertyNames } from './message.ts';
