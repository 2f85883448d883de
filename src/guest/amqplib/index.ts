// Registers both APIs of amqplib as modules of the guest.
// Source: amqplib 2.3.1, package.json (`exports`), index.d.ts, callback_api.d.ts.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import * as callbackApi from './callback-api.ts';
import * as promiseApi from './channel-api.ts';
import { amqplain, external, plain } from './credentials.ts';
import { IllegalOperationError } from './errors.ts';

const credentials = { plain, amqplain, external };

registerBuiltin('amqplib', () => ({
	connect: promiseApi.connect,
	credentials,
	IllegalOperationError
}));

registerBuiltin('amqplib/callback_api', () => ({
	connect: callbackApi.connect,
	credentials,
	IllegalOperationError
}));
