// Channels of the callback API: operations give the channel itself and call back with (error) or (null, answer).
// Source: amqplib documentation (channel_api.html) and callback_api.d.ts; reference amqp.md sections 1 and 3 to 11.

import type { ConsumeMessage, GetMessage, Message, Options, Replies } from './amqplib-types.ts';
import { AmqpChannel } from './amqp-channel.ts';
import type { ConfirmCallback } from './confirm-window.ts';
import * as operations from './operations.ts';
import type { Operation } from './operations.ts';

/** Gets an error alone, or null and the answer. */
export type Callback<A> = (error: Error | null, answer?: A) => void;

export class Channel extends AmqpChannel {
	/** Opens the channel; called once, by the connection. */
	openNow(callback: Callback<this> | undefined): void {
		this.open((error) => {
			if (error === null) callback?.(null, this);
			else callback?.(error);
		});
	}

	protected ask<A>(operation: Operation<A>, callback: Callback<A> | undefined): this {
		this.request(operation, (error, frame) => {
			if (frame === undefined) callback?.(error);
			else {
				const answer = operation.answer(frame);
				callback?.(null, answer);
			}
		});
		return this;
	}

	close(callback?: (error: Error | null) => void): void {
		this.closeNow(() => callback?.(null));
	}

	assertQueue(
		queue?: string,
		options?: Options.AssertQueue,
		callback?: Callback<Replies.AssertQueue>
	): this {
		return this.ask(operations.assertQueue(queue, options), callback);
	}

	checkQueue(queue: string, callback?: Callback<Replies.AssertQueue>): this {
		return this.ask(operations.checkQueue(queue), callback);
	}

	deleteQueue(
		queue: string,
		options?: Options.DeleteQueue,
		callback?: Callback<Replies.DeleteQueue>
	): this {
		return this.ask(operations.deleteQueue(queue, options), callback);
	}

	purgeQueue(queue: string, callback?: Callback<Replies.PurgeQueue>): this {
		return this.ask(operations.purgeQueue(queue), callback);
	}

	bindQueue(
		queue: string,
		source: string,
		pattern: string,
		args?: unknown,
		callback?: Callback<Replies.Empty>
	): this {
		return this.ask(operations.bindQueue(queue, source, pattern, args), callback);
	}

	unbindQueue(
		queue: string,
		source: string,
		pattern: string,
		args?: unknown,
		callback?: Callback<Replies.Empty>
	): this {
		return this.ask(operations.unbindQueue(queue, source, pattern, args), callback);
	}

	assertExchange(
		exchange: string,
		type: string,
		options?: Options.AssertExchange,
		callback?: Callback<Replies.AssertExchange>
	): this {
		return this.ask(operations.assertExchange(exchange, type, options), callback);
	}

	checkExchange(exchange: string, callback?: Callback<Replies.Empty>): this {
		return this.ask(operations.checkExchange(exchange), callback);
	}

	deleteExchange(
		exchange: string,
		options?: Options.DeleteExchange,
		callback?: Callback<Replies.Empty>
	): this {
		return this.ask(operations.deleteExchange(exchange, options), callback);
	}

	bindExchange(
		destination: string,
		source: string,
		pattern: string,
		args?: unknown,
		callback?: Callback<Replies.Empty>
	): this {
		return this.ask(operations.bindExchange(destination, source, pattern, args), callback);
	}

	unbindExchange(
		destination: string,
		source: string,
		pattern: string,
		args?: unknown,
		callback?: Callback<Replies.Empty>
	): this {
		return this.ask(operations.unbindExchange(destination, source, pattern, args), callback);
	}

	consume(
		queue: string,
		onMessage: (message: ConsumeMessage | null) => void,
		options?: Options.Consume,
		callback?: Callback<Replies.Consume>
	): this {
		const operation = operations.consume(queue, options, (consumerTag) => {
			this.addConsumer(consumerTag, onMessage);
		});
		return this.ask(operation, callback);
	}

	cancel(consumerTag: string, callback?: Callback<Replies.Cancel>): this {
		const operation = operations.cancel(consumerTag, () => {
			this.removeConsumer(consumerTag);
		});
		return this.ask(operation, callback);
	}

	get(queue: string, options?: Options.Get, callback?: Callback<GetMessage | false>): this {
		return this.ask(operations.get(queue, options), callback);
	}

	ack(message: Message, allUpTo?: boolean): this {
		this.acknowledge(message.fields.deliveryTag, allUpTo);
		return this;
	}

	ackAll(): this {
		this.acknowledge(0, true);
		return this;
	}

	nack(message: Message, allUpTo?: boolean, requeue?: boolean): this {
		this.refuse(message.fields.deliveryTag, allUpTo, requeue);
		return this;
	}

	nackAll(requeue?: boolean): this {
		this.refuse(0, true, requeue);
		return this;
	}

	reject(message: Message, requeue?: boolean): this {
		this.rejectOne(message.fields.deliveryTag, requeue);
		return this;
	}

	prefetch(count: number, global?: boolean, callback?: Callback<Replies.Empty>): this {
		return this.ask(operations.prefetch(count, global), callback);
	}

	recover(callback?: Callback<Replies.Empty>): this {
		return this.ask(operations.recover(), callback);
	}
}

export class ConfirmChannel extends Channel {
	/** Asks the broker to confirm what is published; called once, by the connection. */
	selectConfirms(callback: Callback<this> | undefined): void {
		this.ask(operations.selectConfirms(), (error) => {
			if (error === null) callback?.(null, this);
			else callback?.(error);
		});
	}

	override publish(
		exchange: string,
		routingKey: string,
		content: Uint8Array,
		options?: Options.Publish | null,
		callback?: ConfirmCallback
	): boolean {
		const hasRoom = super.publish(exchange, routingKey, content, options);
		this.confirms.add(callback);
		return hasRoom;
	}

	override sendToQueue(
		queue: string,
		content: Uint8Array,
		options?: Options.Publish | null,
		callback?: ConfirmCallback
	): boolean {
		return this.publish('', queue, content, options, callback);
	}

	/** Calls back without error when all messages published so far are taken. */
	waitForConfirms(callback: (error?: Error) => void): void {
		this.confirms.wait((error) => {
			callback(error);
		});
	}
}
