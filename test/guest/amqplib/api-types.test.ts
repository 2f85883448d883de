// What programs call has the shapes the real package declares: a missing or misnamed method fails to compile here.
// Compared without the members of EventEmitter, which the guest's own class brings.

import type { EventEmitter } from 'node:events';
import type * as Real from 'amqplib';
import type * as RealCallbacks from 'amqplib/callback_api';
import { expectTypeOf, test } from 'vitest';
import type { CallbackModel } from '../../../src/guest/amqplib/callback-model.ts';
import type * as callbackChannels from '../../../src/guest/amqplib/callback-channel.ts';
import type { ChannelModel } from '../../../src/guest/amqplib/channel-model.ts';
import type { IllegalOperationError } from '../../../src/guest/amqplib/errors.ts';
import type * as credentials from '../../../src/guest/amqplib/credentials.ts';
import type * as promiseChannels from '../../../src/guest/amqplib/promise-channel.ts';
import type {
	RecoveringChannelModel,
	RecoveringConnection
} from '../../../src/guest/amqplib/recovering-models.ts';

/** Without what the guest's EventEmitter brings, and without what `Differs` is checked by itself. */
type Own<T, Differs extends keyof T = never> = Omit<T, keyof EventEmitter | 'connection' | Differs>;
/** The names alone: the package declares callbacks' arguments as always present, where ours may be null or missing. */
type Names<T> = Record<keyof Own<T>, unknown>;
type Creators = 'createChannel' | 'createConfirmChannel';
type Confirming = 'publish' | 'sendToQueue' | 'waitForConfirms';

test('the promise API has every method the package declares', () => {
	expectTypeOf<ChannelModel>().toExtend<Own<Real.ChannelModel, Creators>>();
	expectTypeOf<ChannelModel>().toExtend<Names<Real.ChannelModel>>();
	expectTypeOf<promiseChannels.Channel>().toExtend<Own<Real.Channel>>();
	expectTypeOf<promiseChannels.ConfirmChannel>().toExtend<Own<Real.ConfirmChannel, Confirming>>();
	expectTypeOf<promiseChannels.ConfirmChannel>().toExtend<Names<Real.ConfirmChannel>>();
	expectTypeOf<RecoveringChannelModel>().toExtend<Names<Real.RecoveringChannelModel>>();
});

test('the callback API has every method the package declares', () => {
	expectTypeOf<CallbackModel>().toExtend<Names<RealCallbacks.Connection>>();
	expectTypeOf<callbackChannels.Channel>().toExtend<Names<RealCallbacks.Channel>>();
	expectTypeOf<callbackChannels.ConfirmChannel>().toExtend<Names<RealCallbacks.ConfirmChannel>>();
	expectTypeOf<RecoveringConnection>().toExtend<Names<RealCallbacks.RecoveringConnection>>();
});

test('errors and credentials are those the package declares', () => {
	expectTypeOf<IllegalOperationError>().toExtend<Real.IllegalOperationError>();
	expectTypeOf<keyof typeof credentials>().toEqualTypeOf<keyof typeof Real.credentials>();
});
