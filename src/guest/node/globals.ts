// Node.js' globals that the runtime does not define itself.

import { defineGlobal } from '../runtime/globals.ts';
import { guestProcess } from '../runtime/process.ts';
import { uncaughtInCallback } from '../runtime/uncaught.ts';
import { AbortController, AbortSignal } from './abort-signal.ts';
import { atob, btoa, Buffer } from './buffer.ts';
import { guestConsole } from './console.ts';
import { webcrypto } from './crypto.ts';
import { nativeQueueMicrotask } from './engine-globals.ts';
import { CustomEvent, Event, EventTarget } from './event-target.ts';
import { performance } from './performance.ts';
import { emitWarning } from './process-warnings.ts';
import { structuredClone } from './structured-clone.ts';
import { TextDecoder, TextEncoder } from './text-encoding.ts';
import { validateFunction } from './validators.ts';
import { URL, URLSearchParams } from './web-url.ts';

defineGlobal('console', guestConsole);
defineGlobal('Buffer', Buffer);
defineGlobal('AbortController', AbortController);
defineGlobal('AbortSignal', AbortSignal);
defineGlobal('CustomEvent', CustomEvent);
defineGlobal('Event', Event);
defineGlobal('EventTarget', EventTarget);
defineGlobal('TextDecoder', TextDecoder);
defineGlobal('TextEncoder', TextEncoder);
defineGlobal('URL', URL);
defineGlobal('URLSearchParams', URLSearchParams);
defineGlobal('crypto', webcrypto, true);
defineGlobal('performance', performance, true);
defineGlobal('structuredClone', structuredClone, true);
defineGlobal('queueMicrotask', queueMicrotask, true);
defineGlobal('atob', atob, true);
defineGlobal('btoa', btoa, true);
guestProcess['emitWarning'] = emitWarning;

/** The engine's own jobs would lose an error on its way; here it is uncaught as one thrown by a timer. */
function queueMicrotask(callback: () => unknown): void {
	validateFunction(callback, 'callback');
	nativeQueueMicrotask(() => {
		try {
			callback();
		} catch (error) {
			uncaughtInCallback(error);
		}
	});
}
