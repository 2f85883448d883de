// The Node.js modules by name, without `node:`.

import { registerBuiltin } from '../runtime/builtin-modules.ts';
import { bufferModule } from './buffer.ts';
import { guestConsole } from './console.ts';
import { url } from './url.ts';
import { util } from './util.ts';
import * as valueKinds from './value-kinds.ts';
import { assert } from './vendor/assert.js';
import { EventEmitter } from './vendor/events.js';
import { posix } from './vendor/path.js';
import { querystring } from './vendor/querystring.js';

registerBuiltin('assert', () => assert);
registerBuiltin('assert/strict', () => (assert as { strict: object }).strict);
registerBuiltin('buffer', () => bufferModule);
registerBuiltin('console', () => guestConsole);
registerBuiltin('events', () => EventEmitter);
registerBuiltin('path', () => posix);
registerBuiltin('path/posix', () => posix);
registerBuiltin('querystring', () => querystring);
registerBuiltin('url', () => url);
registerBuiltin('util', () => util);
registerBuiltin('util/types', () => valueKinds);
