// Node.js' globals that neither the runtime nor a part of the image (guest/parts) defines.

import { showErrorsWith } from '../runtime/error-report.ts';
import { defineGlobal } from '../runtime/globals.ts';
import { guestProcess } from '../runtime/process.ts';
import { uncaughtInCallback } from '../runtime/uncaught.ts';
import { AbortController, AbortSignal } from './abort-signal.ts';
import { guestConsole } from './console.ts';
import { nativeQueueMicrotask } from './engine-globals.ts';
import { CustomEvent, Event, EventTarget } from './event-target.ts';
import { inspect } from './inspect.ts';
import { emitWarning } from './process-warnings.ts';
import { validateFunction } from './validators.ts';

defineGlobal('console', guestConsole);
defineGlobal('AbortController', AbortController);
defineGlobal('AbortSignal', AbortSignal);
defineGlobal('CustomEvent', CustomEvent);
defineGlobal('Event', Event);
defineGlobal('EventTarget', EventTarget);
defineGlobal('queueMicrotask', queueMicrotask, true);
guestProcess['emitWarning'] = emitWarning;
showErrorsWith((error) => inspect(error));

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
