// The Node.js modules by name, without `node:`. Those that come as a part of the image are in guest/parts.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { guestProcess } from '../runtime/process.ts';
import { guestConsole } from './console.ts';
import { crc } from './crc.ts';
import { timers, timersPromises } from './timers.ts';
import { EventEmitter } from './events.ts';
import { posix } from './path.ts';

registerBuiltin('console', () => guestConsole);
registerBuiltin('crc', () => crc);
registerBuiltin('events', () => EventEmitter);
registerBuiltin('path', () => posix);
registerBuiltin('path/posix', () => posix);
registerBuiltin('process', () => guestProcess);
registerBuiltin('timers', () => timers);
registerBuiltin('timers/promises', () => timersPromises);
