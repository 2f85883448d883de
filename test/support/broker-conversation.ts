// Talks to the broker's actors as clients do, without a sandbox: frames in, frames out, virtual time by hand.
// Every state and event is frozen before a step sees it, so a step that mutates anything fails at once.
import { brokerLogic, decodeEnd, decodeFrame, type BrokerVersion, type QueueState } from '#broker';
import { ActorSystem, createLinkStep, noEffects, type Step } from '#kernel';
import type { ActorId, Payload, Recorded } from '#kernel/events';
import './broker-provided.ts';

/** A frame the broker sent: `[method, ...fields]`, without the channel number. */
export type Heard = readonly [method: string, ...fields: unknown[]];

type Step0 = (state: unknown, event: Recorded) => Step<unknown>;

/** Freezes plain data, however deep. Maps and typed arrays are left alone. */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	if (ArrayBuffer.isView(value)) return value;
	Object.freeze(value);
	for (const inner of Object.values(value)) deepFreeze(inner);
	return value;
}

function guarded(step: Step0): Step0 {
	return (state, event) => {
		const made = step(deepFreeze(state), deepFreeze(event));
		deepFreeze(made.effects);
		return made;
	};
}

function clientStep(state: unknown): Step<unknown> {
	return { state: state ?? {}, effects: noEffects };
}

/** A broker, its clients, and everything that was recorded. */
export class BrokerConversation {
	readonly events: Recorded[] = [];
	/** Every actor that was ever told anything. */
	readonly actors = new Set<ActorId>();
	readonly system: ActorSystem;
	readonly #frames = new Map<ActorId, Payload[]>();
	#connections = 0;

	/** `checks` false: nothing is frozen, for long plays. */
	constructor(seed = 7, version: BrokerVersion = '3.10', checks = true) {
		const linkStep = createLinkStep(
			(link, payload) =>
				link.to.startsWith('connection:')
					? decodeFrame(link.socket, payload)
					: { to: link.to, kind: 'client.heard', data: payload },
			(link, why) =>
				link.to.startsWith('connection:')
					? decodeEnd(link.socket, why)
					: { to: link.to, kind: 'client.ended', data: { why } }
		);
		const logic: Record<string, Step0> = {
			link: linkStep as unknown as Step0,
			client: clientStep
		};
		for (const [kind, step] of Object.entries(brokerLogic)) {
			const plain = step as unknown as Step0;
			logic[kind] = checks ? guarded(plain) : plain;
		}
		this.system = new ActorSystem({
			logic,
			record: (event) => {
				this.events.push(event);
				this.actors.add(event.actor);
				if (event.kind === 'client.heard') this.#hear(event.actor, event.data as Payload);
			},
			perform: () => undefined
		});
		this.tell('vhost:/', 'vhost.created', { seed, startDateMs: 1_735_722_000_000, version });
	}

	/** Every frame that reached a client. */
	framesOf(client: ActorId): readonly Payload[] {
		return this.#frames.get(client) ?? [];
	}

	#hear(client: ActorId, frame: Payload): void {
		const frames = this.#frames.get(client);
		if (frames === undefined) this.#frames.set(client, [frame]);
		else frames.push(frame);
	}

	/** Tells an actor something and lets everything that follows at this instant happen. */
	tell(to: ActorId, kind: string, data: unknown): void {
		this.system.tell(to, kind, data, -1);
		this.settle();
	}

	/** Runs everything due now. */
	settle(): void {
		while (this.system.nextAt() !== undefined && (this.system.nextAt() ?? 0) <= this.system.now) {
			this.system.step();
		}
	}

	/** Lets virtual time pass, in milliseconds. */
	pass(ms: number): void {
		const until = this.system.now + ms * 1000;
		this.system.tellAt(until, 'client:clock', 'client.tick', {}, -1);
		while ((this.system.nextAt() ?? Infinity) <= until) this.system.step();
	}

	/** A socket to the broker on which nothing was said yet. */
	dial(): Client {
		return new Client(this, ++this.#connections);
	}

	/** A client that is logged in. */
	connect(): Client {
		const client = this.dial();
		client.say('protocol-header');
		client.say('connection.start-ok', 'PLAIN', 'guest', 'guest');
		client.say('connection.tune-ok', 2047, 131072, 60);
		client.say('connection.open', '/');
		client.heard();
		return client;
	}

	/** A channel of a new connection. */
	channel(): ClientChannel {
		return this.connect().channel();
	}

	/** A queue's state. */
	queue(name: string): QueueState | undefined {
		return this.system.stateOf(`queue:${name}`) as QueueState | undefined;
	}

	/** The kinds recorded so far from a point on, with their actors. */
	kindsSince(seq: number): string[] {
		return this.events.slice(seq).map((event) => `${event.actor} ${event.kind}`);
	}
}

/** One connection of a client. */
export class Client {
	readonly broker: BrokerConversation;
	readonly number: number;
	/** What it sends, and what the broker sends. */
	readonly linkIn: ActorId;
	readonly linkOut: ActorId;
	#channels = 0;
	#read = 0;

	constructor(broker: BrokerConversation, number: number) {
		this.broker = broker;
		this.number = number;
		const connection: ActorId = `connection:${String(number)}`;
		const client: ActorId = `client:${String(number)}`;
		this.linkIn = `link:${String(number)}/c`;
		this.linkOut = `link:${String(number)}/s`;
		const wire = { toSocketId: 1, socket: number, protocol: 'amqp', latencyUs: 0, jitterUs: 0 };
		broker.tell(this.linkIn, 'link.opened', {
			...wire,
			from: client,
			to: connection,
			fromNode: 'client',
			toNode: 'broker',
			seed: 1
		});
		broker.tell(this.linkOut, 'link.opened', {
			...wire,
			from: connection,
			to: client,
			fromNode: 'broker',
			toNode: 'client',
			seed: 2
		});
		broker.tell(connection, 'connection.accepted', {
			socket: number,
			linkIn: this.linkIn,
			linkOut: this.linkOut,
			peer: 'client'
		});
	}

	/** Sends a method on channel 0. */
	say(method: string, ...fields: Payload): void {
		this.send([method, 0, ...fields]);
	}

	send(payload: Payload): void {
		this.broker.tell(this.linkIn, 'link.sent', { payload });
	}

	/** Opens the next channel. */
	channel(): ClientChannel {
		const channel = new ClientChannel(this, ++this.#channels);
		channel.say('channel.open');
		channel.heard();
		return channel;
	}

	/** The process is killed: the socket breaks. */
	vanish(): void {
		this.broker.tell(this.linkIn, 'link.closing', { why: 'the process is gone' });
	}

	/** Frames heard on channel 0 since the last question. */
	heard(): Heard[] {
		const all = this.frames();
		const news = all.slice(this.#read).filter((frame) => frame[1] === 0);
		this.#read = all.length;
		return news.map(withoutChannel);
	}

	/** Every frame that reached this client. */
	frames(): readonly Payload[] {
		return this.broker.framesOf(`client:${String(this.number)}`);
	}

	/** Whether the broker closed the socket. */
	get ended(): boolean {
		return this.broker.events.some(
			(event) => event.kind === 'client.ended' && event.actor === `client:${String(this.number)}`
		);
	}
}

/** One AMQP channel of a client. */
export class ClientChannel {
	readonly client: Client;
	readonly number: number;
	#read = 0;

	constructor(client: Client, number: number) {
		this.client = client;
		this.number = number;
	}

	get id(): ActorId {
		return `channel:${String(this.client.number)}/${String(this.number)}`;
	}

	/** Sends a method. */
	say(method: string, ...fields: Payload): void {
		this.client.send([method, this.number, ...fields]);
	}

	/** Sends a method and gives the frames that came back at once. */
	ask(method: string, ...fields: Payload): Heard[] {
		this.heard();
		this.say(method, ...fields);
		return this.heard();
	}

	declare(queue: string, options: QueueOptions = {}): string {
		const { durable = false, exclusive = false, autoDelete = false } = options;
		const args = options.args === undefined ? null : JSON.stringify(options.args);
		const [answer] = this.ask('queue.declare', queue, false, durable, exclusive, autoDelete, args);
		if (answer?.[0] !== 'queue.declare-ok') throw new Error(JSON.stringify(answer));
		return answer[1] as string;
	}

	/** Ready messages and consumers of a queue. */
	counts(queue: string): [messages: number, consumers: number] {
		const [answer] = this.ask('queue.declare', queue, true, false, false, false, null);
		if (answer?.[0] !== 'queue.declare-ok') throw new Error(JSON.stringify(answer));
		return [answer[2] as number, answer[3] as number];
	}

	consume(queue: string, tag: string, options: ConsumeOptions = {}): Heard[] {
		const { noAck = false, exclusive = false } = options;
		const args =
			options.priority === undefined
				? null
				: JSON.stringify([['x-priority', 'b', options.priority]]);
		return this.ask('basic.consume', queue, tag, false, noAck, exclusive, args);
	}

	/** Publishes a text. `properties` by wire position are rarely needed: see publishWith. */
	publish(exchange: string, routingKey: string, text: string, mandatory = false): void {
		this.say('basic.publish', exchange, routingKey, mandatory, 0, bytesOf(text));
	}

	/** Publishes with flags and property values as they travel. */
	publishWith(
		exchange: string,
		routingKey: string,
		text: string,
		flags: number,
		values: Payload,
		mandatory = false
	): void {
		this.say('basic.publish', exchange, routingKey, mandatory, flags, ...values, bytesOf(text));
	}

	/** Frames heard on this channel since the last question; bodies as text. */
	heard(): Heard[] {
		const all = this.client.frames();
		const news = all.slice(this.#read).filter((frame) => frame[1] === this.number);
		this.#read = all.length;
		return news.map(withoutChannel);
	}

	/** What was delivered since the last question: `text` or, redelivered, `text*`. */
	deliveries(): string[] {
		return this.heard().flatMap((frame) =>
			frame[0] === 'basic.deliver'
				? [`${String(frame[frame.length - 1])}${frame[3] === true ? '*' : ''}`]
				: []
		);
	}

	/** Gets messages without acknowledging until the queue is empty, in the same notation. */
	drain(queue: string): string[] {
		const texts: string[] = [];
		for (;;) {
			const [answer] = this.ask('basic.get', queue, true);
			if (answer?.[0] !== 'basic.get-ok') return texts;
			texts.push(`${String(answer[answer.length - 1])}${answer[2] === true ? '*' : ''}`);
		}
	}
}

export interface QueueOptions {
	readonly durable?: boolean;
	readonly exclusive?: boolean;
	readonly autoDelete?: boolean;
	/** Triples of a table. */
	readonly args?: readonly (readonly [string, string, unknown])[];
}

export interface ConsumeOptions {
	readonly noAck?: boolean;
	readonly exclusive?: boolean;
	readonly priority?: number;
}

export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function withoutChannel(frame: Payload): Heard {
	const [method, , ...fields] = frame;
	const shown = fields.map((value) =>
		value instanceof Uint8Array ? new TextDecoder().decode(value) : value
	);
	return [String(method), ...shown];
}
