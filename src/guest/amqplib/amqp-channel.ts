// An AMQP channel on the client's side: one outstanding operation with others queued behind it, deliveries to consumers,
// and the ways it ends. What both APIs share; how answers reach the program is channel-api.ts and callback-api.ts.
// Source: reference amqp.md sections 1, 3, 9 to 11.
// Differs: `delivery` and `ack` listeners of the program run after amqplib's own work, and only if there are any.

import type { ChannelOptions, ConsumeMessage, Options } from './amqplib-types.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { ObjectCreate } from '../runtime/primordials.ts';
import { ConfirmWindow } from './confirm-window.ts';
import type { Connection } from './connection.ts';
import {
	type BrokerError,
	captureStack,
	channelCloseError,
	illegalOperation,
	type Refusal
} from './errors.ts';
import { addProperties, deliveredMessage, returnedMessage } from './message-properties.ts';
import { encodeMethod, type Frame, numberField, shortString } from './method-fields.ts';
import { frameText, isCause, methodName } from './method-names.ts';
import { EventEmitter, isBuffer } from './node-modules.ts';
import { openChannel, type Operation } from './operations.ts';
import type { Outbox } from './outbox.ts';
import { closeText, internalError, replySuccess, unexpectedFrame } from './reply-codes.ts';
import { type Reply, RequestQueue } from './request-queue.ts';
import { reportHandlerError, safeEmit, safeEmitBare } from './safe-emit.ts';

type Consumer = (message: ConsumeMessage | null) => unknown;

const toText = String;

export class AmqpChannel extends EventEmitter {
	readonly connection: Connection;
	/** Channel number, from 1; 0 before the channel is opened. */
	ch = 0;
	readonly #requests = new RequestQueue((request) => {
		this.send(encodeMethod(request.method, this.ch, request.values));
	});
	#consumers = ObjectCreate(null) as Record<string, Consumer | undefined>;
	/** Set when the channel is closing or closed. */
	#refusal: Refusal | undefined;
	#isClosed = false;
	/** While closing: what to do when the broker agrees. */
	#afterClose: (() => void) | undefined;
	readonly #outbox: Outbox;
	/** Unconfirmed messages; stays empty on plain channels. */
	protected readonly confirms = new ConfirmWindow();

	constructor(connection: Connection, options?: ChannelOptions | null) {
		super();
		this.connection = connection;
		this.#outbox = connection.makeOutbox(this, options?.highWaterMark);
	}

	/** Takes a channel number and opens the channel. */
	protected open(reply: Reply): void {
		this.ch = this.connection.allocate(this);
		this.request(openChannel(), reply);
	}

	/** Sends an operation, or queues it behind the one outstanding. Throws when the channel takes no more, or cannot encode it. */
	protected request<A>(operation: Operation<A>, reply: Reply): void {
		if (this.#refusal !== undefined) throw illegalOperation(this.#refusal);
		const { method, expect, values } = operation;
		this.#requests.add({ method, expect, values, reply });
	}

	/** Puts a frame into the channel's buffer. False when the buffer is full. Throws when the channel takes no more. */
	protected send(frame: Frame): boolean {
		if (this.#refusal !== undefined) throw illegalOperation(this.#refusal);
		return this.#outbox.add(frame);
	}

	/** Publishes; see the documentation of amqplib for the options. Gives false when the buffer is full. */
	publish(
		exchange: string,
		routingKey: string,
		content: Uint8Array,
		options?: Options.Publish | null
	): boolean {
		if (this.#refusal !== undefined) throw illegalOperation(this.#refusal);
		if (!isBuffer(content)) throw new TypeError('content is not a buffer');
		const frame: Frame = [
			'send',
			0,
			'basic.publish',
			this.ch,
			optionalString('exchange', exchange),
			optionalString('routingKey', routingKey),
			false
		];
		if (options === undefined || options === null) frame[7] = 0;
		else {
			frame[6] = !!options.mandatory;
			addProperties(frame, options);
		}
		return this.#outbox.addMessage(frame, content);
	}

	/** Publishes to a queue by its name, through the default exchange. */
	sendToQueue(queue: string, content: Uint8Array, options?: Options.Publish | null): boolean {
		return this.publish('', queue, content, options);
	}

	protected acknowledge(tag: number | undefined, isMultiple: unknown): void {
		this.send(['send', 0, 'basic.ack', this.ch, deliveryTag(tag), !!isMultiple]);
	}

	protected refuse(tag: number | undefined, isMultiple: unknown, requeue: unknown): void {
		const goesBack = requeue === undefined ? true : !!requeue;
		this.send(['send', 0, 'basic.nack', this.ch, deliveryTag(tag), !!isMultiple, goesBack]);
	}

	protected rejectOne(tag: number | undefined, requeue: unknown): void {
		if (tag === undefined) throw new Error("Missing value for mandatory field 'deliveryTag'");
		const goesBack = requeue === undefined ? true : !!requeue;
		this.send(['send', 0, 'basic.reject', this.ch, deliveryTag(tag), goesBack]);
	}

	protected addConsumer(consumerTag: string, consumer: Consumer): void {
		this.#consumers[consumerTag] = consumer;
	}

	protected removeConsumer(consumerTag: string): void {
		delete this.#consumers[consumerTag];
	}

	/** Closes at the program's wish. Throws when the channel is closing or closed already. */
	protected closeNow(done: () => void): void {
		this.#closeBecause('Goodbye', replySuccess, done);
	}

	/** A frame for this channel. Private to the connection. */
	accept(frame: WirePayload): void {
		const method = frame[0] as string;
		if (this.#refusal !== undefined) {
			this.#acceptWhileClosing(method);
			return;
		}
		switch (method) {
			case 'basic.deliver':
				this.#deliver(frame);
				return;
			case 'basic.ack':
				this.confirms.settle(frame[2] as number, frame[3] as boolean, null);
				this.#emitFields('ack', frame);
				return;
			case 'basic.nack':
				this.confirms.settle(frame[2] as number, frame[3] as boolean, new Error('message nacked'));
				this.#emitFields('nack', frame);
				return;
			case 'basic.return':
				this.#returned(frame);
				return;
			case 'basic.cancel':
				this.#cancelledByBroker(frame[2] as string);
				return;
			case 'channel.close':
				this.#closedByBroker(frame);
				return;
			default:
				this.#answered(frame);
		}
	}

	#deliver(frame: WirePayload): void {
		const message = deliveredMessage(frame);
		try {
			const consumer = this.#consumers[message.fields.consumerTag];
			if (consumer === undefined) {
				throw new Error(`Unknown consumer: ${message.fields.consumerTag}`);
			}
			consumer(message);
			if (this.listenerCount('delivery') > 0) this.emit('delivery', message);
		} catch (error) {
			this.#handlerThrew('delivery', error);
		}
	}

	#returned(frame: WirePayload): void {
		try {
			this.emit('return', returnedMessage(frame));
		} catch (error) {
			this.#handlerThrew('return', error);
		}
	}

	/** The program failed on a message: without `handler-error` listeners the channel is closed with 541. */
	#handlerThrew(event: string, thrown: unknown): void {
		if (this.listenerCount('handler-error') > 0) {
			reportHandlerError(this, event, thrown);
			return;
		}
		if (thrown instanceof Error) {
			this.#closeWithError('Error while processing message', internalError, thrown);
		} else if (typeof thrown === 'string') {
			this.#closeWithError(thrown, unexpectedFrame, new Error(thrown));
		} else {
			const reason = 'Internal error while processing message';
			this.#closeWithError(reason, internalError, new Error(toText(thrown)));
		}
	}

	#emitFields(event: 'ack' | 'nack', frame: WirePayload): void {
		if (this.listenerCount(event) === 0) return;
		const fields: Record<string, unknown> = { deliveryTag: frame[2], multiple: frame[3] };
		if (event === 'nack') fields['requeue'] = frame[4];
		safeEmit(this, event, fields);
	}

	/** The queue is gone: the consumer gets null, then the event follows. */
	#cancelledByBroker(consumerTag: string): void {
		try {
			const consumer = this.#consumers[consumerTag];
			if (consumer === undefined) throw new Error(`Unknown consumer: ${consumerTag}`);
			consumer(null);
			this.removeConsumer(consumerTag);
			this.emit('cancel', { consumerTag, nowait: true });
		} catch (error) {
			reportHandlerError(this, 'cancel', error);
		}
	}

	#answered(frame: WirePayload): void {
		const request = this.#requests.takeAnswered();
		if (request === undefined) {
			throw new TypeError(`Nobody waits for ${frameText(frame)}`);
		}
		const method = frame[0] as string;
		const isEmptyGet = method === 'basic.get-empty' && request.method === 'basic.get';
		if (method === request.expect || isEmptyGet) {
			request.reply(null, frame);
			return;
		}
		const expected = methodName(request.expect);
		const error = new Error(`Expected ${expected}; got ${frameText(frame)}`);
		const reason = `Expected ${expected}; got ${methodName(method)}`;
		this.#closeWithError(reason, unexpectedFrame, error);
		request.reply(error);
	}

	#closedByBroker(frame: WirePayload): void {
		const text = closeText(frame);
		const closed = `Channel closed by server: ${text}`;
		const request = this.#requests.takeOutstanding();
		if (request !== undefined) {
			const failed = `Operation failed: ${methodName(request.method)}; ${text}`;
			const message = isCause(frame, request.method) ? failed : closed;
			request.reply(channelCloseError(message, frame));
		}
		this.send(['send', 0, 'channel.close-ok', this.ch]);
		safeEmit(this, 'error', channelCloseError(closed, frame));
		this.ended(captureStack(closed));
	}

	/** Asks the broker to close; `done` runs when it agrees, before the `close` event. */
	#closeBecause(reason: string, code: number, done: () => void): void {
		this.send(['send', 0, 'channel.close', this.ch, code, reason]);
		const stack = captureStack(`closeBecause called: ${reason}`);
		this.#refusal = { message: 'Channel closing', stack };
		this.#afterClose = done;
	}

	#closeWithError(reason: string, code: number, error: BrokerError): void {
		this.#closeBecause(reason, code, () => {
			error.code = code;
			safeEmit(this, 'error', error);
		});
	}

	#acceptWhileClosing(method: string): void {
		if (this.#isClosed) throw illegalOperation(this.#refusal as Refusal);
		if (method === 'channel.close-ok') {
			this.#afterClose?.();
			this.ended(captureStack('ChannelCloseOk frame received'));
		} else if (method === 'channel.close') {
			this.#outbox.add(['channel.close-ok', this.ch]);
		}
	}

	/** The channel is over: what waits fails, then `close` is emitted. Also called by the connection when it ends. */
	ended(stack: string): void {
		const waiting = this.#requests.takeAll();
		for (let index = 0; index < waiting.length; index++) {
			waiting[index]?.reply(new Error('Channel ended, no reply will be forthcoming'));
		}
		this.#refusal = { message: 'Channel closed', stack };
		this.#isClosed = true;
		this.connection.release(this.ch);
		this.confirms.fail(new Error('channel closed'));
		safeEmitBare(this, 'close');
	}

	/** The buffer was full and is empty again. Private to the outbox. */
	drained(): void {
		if (!this.#isClosed) safeEmitBare(this, 'drain');
	}
}

/** Programs may leave a text out: it is then empty. */
function optionalString(name: string, value: unknown): string {
	return value === undefined ? '' : shortString(name, value);
}

function deliveryTag(tag: number | undefined): number {
	return tag === undefined ? 0 : numberField('deliveryTag', tag, 64);
}
