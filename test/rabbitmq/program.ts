// A generated program: plain data, executed by programs/interpreter.cjs on RabbitMQ and in the simulator alike.

/** A channel of the program. Several may share a connection. */
export interface ChannelSpec {
	readonly connection: number;
	readonly confirm: boolean;
}

/** What `publish`, `sendToQueue` and `reply` send: `count` messages of at least `size` bytes. */
interface Sending {
	readonly count?: number;
	readonly size?: number;
	readonly options?: Readonly<Record<string, unknown>>;
}

/** Operations that pass their arguments to amqplib as they are. */
export type AskedMethod =
	| 'assertQueue'
	| 'checkQueue'
	| 'deleteQueue'
	| 'purgeQueue'
	| 'bindQueue'
	| 'unbindQueue'
	| 'assertExchange'
	| 'checkExchange'
	| 'deleteExchange'
	| 'bindExchange'
	| 'unbindExchange'
	| 'prefetch'
	| 'cancel'
	| 'get'
	| 'consume';

/** What is done, and on which channel. */
export type Operation = { readonly on: number } & (
	| { readonly do: AskedMethod; readonly args: readonly unknown[] }
	| ({ readonly do: 'publish' | 'sendToQueue'; readonly args: readonly string[] } & Sending)
	| ({ readonly do: 'reply' } & Sending)
	| {
			readonly do: 'ack' | 'nack' | 'reject';
			/** Which of the outstanding deliveries. */
			readonly pick: number;
			readonly multiple?: boolean;
			readonly requeue?: boolean;
			/** The delivery settled last instead. */
			readonly again?: boolean;
	  }
	| { readonly do: 'nackAll'; readonly requeue: boolean }
	| { readonly do: 'ackUnknown'; readonly multiple: boolean }
	| { readonly do: 'ackAll' | 'recover' | 'closeChannel' | 'closeConnection' | 'wait' }
);

export interface Program {
	/** Operation i starts at i times this, in milliseconds; 0: each when the one before has settled. */
	readonly beatMs: number;
	readonly channels: readonly ChannelSpec[];
	readonly operations: readonly Operation[];
}

/** What a program printed. */
export type Observations = readonly string[];
