// Node.js' globals that the runtime does not define itself.

import { defineGlobal } from '../runtime/globals.ts';
import { guestProcess } from '../runtime/process.ts';
import { AbortController, AbortSignal } from './abort-signal.ts';
import { atob, btoa, Buffer } from './buffer.ts';
import { guestConsole } from './console.ts';
import { Event, EventTarget } from './event-target.ts';
import { emitWarning } from './process-warnings.ts';
import { TextDecoder, TextEncoder } from './text-encoding.ts';
import { URL, URLSearchParams } from './web-url.ts';

defineGlobal('console', guestConsole);
defineGlobal('Buffer', Buffer);
defineGlobal('AbortController', AbortController);
defineGlobal('AbortSignal', AbortSignal);
defineGlobal('Event', Event);
defineGlobal('EventTarget', EventTarget);
defineGlobal('TextDecoder', TextDecoder);
defineGlobal('TextEncoder', TextEncoder);
defineGlobal('URL', URL);
defineGlobal('URLSearchParams', URLSearchParams);
defineGlobal('atob', atob, true);
defineGlobal('btoa', btoa, true);
guestProcess['emitWarning'] = emitWarning;
