// An open AMQP connection on the client's side: hands frames to its channels and goes through closing in amqplib's order.
// Both APIs put their own object in front of it (ChannelModel, CallbackModel).
// Source: reference amqp.md sections 1 and 2.

import type { ServerProperties } from './amqplib-types.ts';
import type { WirePayload } from '../../sandbox/turn-batch.ts';
import { setImmediate } from '../runtime/immediates.ts';
import type { Socket } from '../runtime/sockets.ts';
import type { AmqpChannel } from './amqp-channel.ts';
import { type BrokerError, captureStack, illegalOperation, type Refusal } from './errors.ts';
import { frameText } from './method-names.ts';
import { EventEmitter } from './node-modules.ts';
import { Mux, Outbox } from './outbox.ts';
import { channelError, closeText, connectionForced, replySuccess } from './reply-codes.ts';
import { forwardEvents, safeEmit, safeEmitBare } from './safe-emit.ts';

const toText = String;

function serverProperties(version: string): ServerProperties {
	const capabilities = {
		publisher_confirms: true,
		exchange_exchange_bindings: true,
		'basic.nack': true,
		consumer_cancel_notify: true,
		'connection.blocked': true,
		consumer_priorities: true,
		authentication_failure_close: true,
		per_consumer_qos: true,
		direct_reply_to: true
	};
	return {
		capabilities,
		cluster_name: 'rabbit@localhost',
		copyright: 'Copyright (c) 2007-2022 VMware, Inc. or its affiliates.',
		information: 'Licensed under the MPL 2.0. Website: https://rabbitmq.com',
		platform: 'Erlang/OTP 25.0.4',
		product: 'RabbitMQ',
		version
	} as unknown as ServerProperties;
}

/** What the two sides agreed on; 0 is no limit. */
export interface ConnectionLimits {
	readonly channelMax: number;
	/** Bytes. */
	readonly frameMax: number;
	/** Seconds. */
	readonly heartbeat: number;
}

export class Connection extends EventEmitter {
	readonly channelMax: number;
	readonly frameMax: number;
	readonly heartbeat: number;
	/** What RabbitMQ says about itself when a connection starts. */
	readonly serverProperties: ServerProperties;
	readonly #socket: Socket;
	readonly #mux: Mux;
	/** By channel number; [0] stays empty. */
	#channels: (AmqpChannel | undefined)[] = [undefined];
	#isClosed = false;
	#isBlocked = false;
	/** While closing: what to do when the broker agrees. */
	#afterClose: (() => void) | undefined;
	/** True once the socket's end is no news. */
	#expectsEnd = false;
	/** The object the program holds; it gets all events. */
	#front: EventEmitter = this;

	/** `version`: the broker's release. */
	constructor(socket: Socket, limits: ConnectionLimits, version: string) {
		super();
		this.channelMax = limits.channelMax;
		this.frameMax = limits.frameMax;
		this.heartbeat = limits.heartbeat;
		this.serverProperties = serverProperties(version);
		this.#socket = socket;
		this.#mux = new Mux(socket);
	}

	/** Says which object the program holds; events are emitted there too. */
	present(front: EventEmitter): void {
		this.#front = front;
		forwardEvents(this, front);
	}

	#emit(event: string, argument: unknown): void {
		safeEmit(this, event, argument, this.#front);
	}

	/** Gives the channel the lowest free number. */
	allocate(channel: AmqpChannel): number {
		let number = 1;
		while (this.#channels[number] !== undefined) number += 1;
		if (this.channelMax > 0 && number > this.channelMax) {
			throw new Error('No channels left to allocate');
		}
		this.#channels[number] = channel;
		return number;
	}

	/** Frees a channel number. */
	release(number: number): void {
		this.#channels[number] = undefined;
	}

	/** The buffer of a new channel. */
	makeOutbox(owner: AmqpChannel, highWaterMark: number | undefined): Outbox {
		return new Outbox(this.#mux, owner, highWaterMark);
	}

	/** A frame from the broker. Private to the handshake's socket. */
	receive(frame: WirePayload): void {
		try {
			const channel = this.#channels[frame[1] as number];
			if (channel !== undefined && this.#mux.refusal === undefined) channel.accept(frame);
			else this.#accept(frame);
		} catch (error) {
			this.lost(error as Error);
		}
	}

	/** Runs the program's code; what it throws ends the connection, as in amqplib's reader. */
	guard(work: () => void): void {
		try {
			work();
		} catch (error) {
			this.lost(error as Error);
		}
	}

	#accept(frame: WirePayload): void {
		if (this.#mux.refusal !== undefined) this.#acceptWhileClosing(frame[0] as string);
		else if (frame[1] === 0) this.#acceptOwn(frame);
		else {
			const reason = `Frame on unknown channel ${frame[1] as number}`;
			this.#emit('error', new Error(`Frame on unknown channel: ${frameText(frame)}`));
			this.#closeBecause(reason, channelError, undefined);
		}
	}

	#acceptOwn(frame: WirePayload): void {
		switch (frame[0]) {
			case 'connection.close':
				this.#closedByBroker(frame);
				return;
			case 'connection.blocked':
				this.#isBlocked = true;
				this.#emit('blocked', frame[2]);
				return;
			case 'connection.unblocked':
				this.#isBlocked = false;
				safeEmitBare(this, 'unblocked', this.#front);
				return;
			default: {
				const error = new Error(`Unexpected frame on channel 0: ${frameText(frame)}`);
				this.#emit('error', error);
				this.#closeBecause(error.message, channelError, undefined);
			}
		}
	}

	#acceptWhileClosing(method: string): void {
		if (method === 'connection.close-ok' && !this.#isClosed) {
			this.#afterClose?.();
			this.#ended(captureStack('ConnectionCloseOk received'), undefined);
		} else if (method === 'connection.close') {
			this.#socket.send(['connection.close-ok', 0]);
		}
	}

	#closedByBroker(frame: WirePayload): void {
		this.#mux.discard();
		this.#socket.send(['connection.close-ok', 0]);
		const message = `Connection closed: ${closeText(frame)}`;
		const stack = captureStack(message);
		const error: BrokerError = new Error(message);
		error.code = frame[2] as number;
		// An operator's wish is no failure: only `close` tells of it.
		const isFailure = error.code !== connectionForced && error.code !== replySuccess;
		if (isFailure) this.#emit('error', error);
		this.#ended(stack, error);
	}

	/** Closes at the program's wish; `done` runs before the events. Throws when the connection is closing; tells `done` when it is closed. */
	close(done: (error: Error | null) => void): void {
		if (this.#isClosed) {
			done(illegalOperation(this.#mux.refusal as Refusal));
			return;
		}
		if (this.#mux.refusal !== undefined) throw illegalOperation(this.#mux.refusal);
		this.#closeBecause('Cheers, thanks', replySuccess, () => {
			done(null);
		});
		// A blocked broker does not read: do not wait for its answer.
		if (this.#isBlocked) this.#acceptWhileClosing('connection.close-ok');
	}

	/** Differs: the client answers itself; a simulated broker's credentials do not expire. */
	updateSecret(done: (error: Error | null) => void): void {
		if (this.#mux.refusal !== undefined) throw illegalOperation(this.#mux.refusal);
		setImmediate(() => {
			safeEmitBare(this, 'update-secret-ok', this.#front);
			done(null);
		});
	}

	#closeBecause(reason: string, code: number, done: (() => void) | undefined): void {
		// Straight to the socket: what channels have buffered stays behind.
		this.#mux.discard();
		this.#socket.send(['connection.close', 0, code, reason]);
		const stack = captureStack(`closeBecause called: ${reason}`);
		this.#mux.refusal = { message: 'Connection closing', stack };
		this.#afterClose = done;
	}

	/** The socket is gone, or the program threw inside amqplib's reader. */
	lost(error: Error): void {
		if (this.#expectsEnd) return;
		this.#expectsEnd = true;
		this.#emit('error', error);
		this.#ended(captureStack('Socket error'), error);
	}

	#ended(stack: string, error: Error | undefined): void {
		const channels = this.#channels;
		this.#channels = [undefined];
		const why = error === undefined ? 'by client' : toText(error);
		for (let index = 1; index < channels.length; index++) channels[index]?.ended(stack);
		this.#mux.refusal = { message: `Connection closed (${why})`, stack };
		this.#isClosed = true;
		this.#expectsEnd = true;
		this.#mux.discard();
		this.#socket.close();
		this.#emit('close', error);
	}
}
