// Channels of the promise API: operations with an answer give promises, the others work at once.
// Source: amqplib documentation (channel_api.html) and index.d.ts; reference amqp.md sections 3 to 11.

import type { ConsumeMessage, GetMessage, Message, Options, Replies } from './amqplib-types.ts';
import { newPromise } from '../runtime/primordials.ts';
import { AmqpChannel } from './amqp-channel.ts';
import type { ConfirmCallback } from './confirm-window.ts';
import * as operations from './operations.ts';
import type { Operation } from './operations.ts';

export class Channel extends AmqpChannel {
	/** Opens the channel; called once, by the connection. */
	openNow(): Promise<void> {
		return newPromise((resolve, reject) => {
			this.open((error) => {
				if (error === null) resolve();
				else reject(error);
			});
		});
	}

	protected ask<A>(operation: Operation<A>): Promise<A> {
		return newPromise((resolve, reject) => {
			this.request(operation, (error, frame) => {
				if (frame === undefined) reject(error);
				else resolve(operation.answer(frame));
			});
		});
	}

	close(): Promise<void> {
		return newPromise((resolve) => {
			this.closeNow(resolve);
		});
	}

	assertQueue(queue?: string, options?: Options.AssertQueue): Promise<Replies.AssertQueue> {
		return this.ask(operations.assertQueue(queue, options));
	}

	checkQueue(queue: string): Promise<Replies.AssertQueue> {
		return this.ask(operations.checkQueue(queue));
	}

	deleteQueue(queue: string, options?: Options.DeleteQueue): Promise<Replies.DeleteQueue> {
		return this.ask(operations.deleteQueue(queue, options));
	}

	purgeQueue(queue: string): Promise<Replies.PurgeQueue> {
		return this.ask(operations.purgeQueue(queue));
	}

	bindQueue(
		queue: string,
		source: string,
		pattern: string,
		args?: unknown
	): Promise<Replies.Empty> {
		return this.ask(operations.bindQueue(queue, source, pattern, args));
	}

	unbindQueue(
		queue: string,
		source: string,
		pattern: string,
		args?: unknown
	): Promise<Replies.Empty> {
		return this.ask(operations.unbindQueue(queue, source, pattern, args));
	}

	assertExchange(
		exchange: string,
		type: string,
		options?: Options.AssertExchange
	): Promise<Replies.AssertExchange> {
		return this.ask(operations.assertExchange(exchange, type, options));
	}

	checkExchange(exchange: string): Promise<Replies.Empty> {
		return this.ask(operations.checkExchange(exchange));
	}

	deleteExchange(exchange: string, options?: Options.DeleteExchange): Promise<Replies.Empty> {
		return this.ask(operations.deleteExchange(exchange, options));
	}

	bindExchange(
		destination: string,
		source: string,
		pattern: string,
		args?: unknown
	): Promise<Replies.Empty> {
		return this.ask(operations.bindExchange(destination, source, pattern, args));
	}

	unbindExchange(
		destination: string,
		source: string,
		pattern: string,
		args?: unknown
	): Promise<Replies.Empty> {
		return this.ask(operations.unbindExchange(destination, source, pattern, args));
	}

	consume(
		queue: string,
		onMessage: (message: ConsumeMessage | null) => void,
		options?: Options.Consume
	): Promise<Replies.Consume> {
		return this.ask(
			operations.consume(queue, options, (consumerTag) => {
				this.addConsumer(consumerTag, onMessage);
			})
		);
	}

	cancel(consumerTag: string): Promise<Replies.Cancel> {
		return this.ask(
			operations.cancel(consumerTag, () => {
				this.removeConsumer(consumerTag);
			})
		);
	}

	get(queue: string, options?: Options.Get): Promise<GetMessage | false> {
		return this.ask(operations.get(queue, options));
	}

	ack(message: Message, allUpTo?: boolean): void {
		this.acknowledge(message.fields.deliveryTag, allUpTo);
	}

	ackAll(): void {
		this.acknowledge(0, true);
	}

	nack(message: Message, allUpTo?: boolean, requeue?: boolean): void {
		this.refuse(message.fields.deliveryTag, allUpTo, requeue);
	}

	nackAll(requeue?: boolean): void {
		this.refuse(0, true, requeue);
	}

	reject(message: Message, requeue?: boolean): void {
		this.rejectOne(message.fields.deliveryTag, requeue);
	}

	prefetch(count: number, global?: boolean): Promise<Replies.Empty> {
		return this.ask(operations.prefetch(count, global));
	}

	recover(): Promise<Replies.Empty> {
		return this.ask(operations.recover());
	}
}

export class ConfirmChannel extends Channel {
	/** Asks the broker to confirm what is published; called once, by the connection. */
	selectConfirms(): Promise<Replies.Empty> {
		return this.ask(operations.selectConfirms());
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

	/** Resolves when all messages published so far are taken; with as many undefined values, as amqplib does. */
	waitForConfirms(): Promise<undefined[]> {
		return newPromise((resolve, reject) => {
			this.confirms.wait((error, count) => {
				if (error !== undefined) {
					reject(error);
					return;
				}
				const none: undefined[] = [];
				for (let index = 0; index < count; index++) none[index] = undefined;
				resolve(none);
			});
		});
	}
}
