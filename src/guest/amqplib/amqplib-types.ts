// The types of the real package: what our objects must look like to a program. Types only, the one door to that package.
// Its `Buffer` is Node.js' own; the guest's stands in for it.

// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a dev dependency, of which only declarations are read
export type {
	ChannelOptions,
	ConsumeMessage,
	GetMessage,
	Message,
	MessageProperties,
	Options,
	Replies,
	ServerProperties,
	SocketOptions
} from 'amqplib';
